module.exports = { preset: 'miniprogram-phone' };
