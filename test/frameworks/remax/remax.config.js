module.exports = { one: false, output: 'dist/wechat' };
