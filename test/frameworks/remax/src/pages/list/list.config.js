module.exports = { navigationBarTitleText: '清单', enablePullDownRefresh: true };
