/** `require` and `import` of every entry of the package return the same objects. */
const doors = ['', '/headless', '/wechat', '/vitest', '/preview', '/jest-preset'];

(async () => {
  for (const door of doors) {
    const required = require(`miniprogram-phone${door}`);
    const imported = await import(`miniprogram-phone${door}`);
    for (const name of Object.keys(required)) {
      if (required[name] !== (imported[name] ?? imported.default[name]))
        throw new Error(`${door}: ${name} differs between require and import`);
    }
  }
  console.log('doors open');
})();
