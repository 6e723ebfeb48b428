import { heading } from '../../utils/heading';

interface Goods {
  readonly list: readonly string[];
}

Page({
  data: { heading: heading(), list: [] as readonly string[], failed: false },
  onLoad() {
    wx.request<Goods>({
      url: 'https://api.shop.example/goods',
      success: ({ data }) => this.setData({ list: data.list }),
      fail: () => this.setData({ failed: true }),
    });
  },
  fail() {
    throw new Error('有意的错误');
  },
});
