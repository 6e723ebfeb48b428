// A suite written for miniprogram-simulate runs when its package's name is mapped.
module.exports = {
  preset: 'miniprogram-phone',
  moduleNameMapper: { '^miniprogram-simulate$': 'miniprogram-phone/simulate' },
};
