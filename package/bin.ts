/** `miniprogram-phone`: the package's command line. */
console.log('miniprogram-phone: there are no commands yet.');
