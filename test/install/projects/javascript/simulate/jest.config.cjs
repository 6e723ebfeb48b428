// A suite written for miniprogram-simulate: only its package's name is mapped.
module.exports = {
  preset: 'miniprogram-phone',
  moduleNameMapper: { '^miniprogram-simulate$': 'miniprogram-phone/simulate' },
};
