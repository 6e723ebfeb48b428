/** `preset: 'miniprogram-phone'` in a configuration of Jest. */
module.exports = require('./simulator/jest/preset.cjs');
