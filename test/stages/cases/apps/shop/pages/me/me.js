Page({
  scan() {
    wx.scanCode({
      success: (r) => {},
      fail: (e) => wx.showToast({ title: '失败', icon: 'none' }),
    });
  },
});
