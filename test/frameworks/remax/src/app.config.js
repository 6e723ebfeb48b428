module.exports = {
  pages: ['pages/list/list', 'pages/edit/edit'],
  window: { navigationBarTitleText: '清单', navigationBarBackgroundColor: '#ffffff' },
};
