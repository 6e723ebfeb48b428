import type { Case } from '../../../support/case';

const shop: Case = {
  title: 'a shop with tabs and its own API opens; its unmodelled tags and APIs are reported',
  source: 'a mini-program made for this case',
  backend: ({ url }) =>
    url.endsWith('/goods')
      ? {
          list: [
            { id: 1, name: '茶', price: 5 },
            { id: 2, name: '杯', price: 9 },
          ],
        }
      : {},
  opened: { text: '好物\n茶¥5\n杯¥9', title: '小店' },
  steps: [
    { tapTab: '购物车', text: '购物车是空的', title: '购物车' },
    { tapTab: '我的', title: '我的', has: '扫码', mayReport: [/map|canvas/] },
    { tap: 'button', reports: [/scanCode/], mayReport: [/./] },
  ],
};

export default shop;
