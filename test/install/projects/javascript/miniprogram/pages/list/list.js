import { heading } from '../../utils/heading';

Page({
  data: { heading: heading(), list: [], failed: false },
  onLoad() {
    wx.request({
      url: 'https://api.shop.example/goods',
      success: ({ data }) => this.setData({ list: data.list }),
      fail: () => this.setData({ failed: true }),
    });
  },
  fail() {
    throw new Error('有意的错误');
  },
});
