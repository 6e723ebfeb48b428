module.exports = { navigationBarTitleText: '编辑' };
