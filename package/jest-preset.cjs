/** The Jest preset: `preset: 'miniprogram-phone'` in a Jest config. */
module.exports = require('./simulator/jest/preset.cjs');
