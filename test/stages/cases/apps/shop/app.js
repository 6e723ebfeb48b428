App({
  globalData: { api: 'https://api.shop.example' },
  onLaunch() {
    wx.login({ success: (r) => {} });
  },
});
