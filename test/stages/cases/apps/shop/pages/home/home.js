Page({
  data: { goods: [], error: '' },
  onLoad() {
    wx.request({
      url: getApp().globalData.api + '/goods',
      success: (r) => this.setData({ goods: r.data.list || [] }),
      fail: (e) => this.setData({ error: e.errMsg }),
    });
    wx.request({ url: '/api/index/hello', fail: (e) => {} });
  },
  open() {
    wx.navigateTo({ url: '/pages/cart/cart' });
  },
});
