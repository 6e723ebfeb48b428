const { defineConfig } = require('miniprogram-phone');
const { HttpResponse, http } = require('msw');

module.exports = defineConfig({
  root: 'miniprogram',
  title: '小店',
  handlers: [http.get('https://api.shop.example/goods', () => HttpResponse.json({ list: ['茶', '杯'] }))],
  scenes: {
    goods: { title: '有货' },
    down: { title: '服务器故障', handlers: [http.get('*/goods', () => HttpResponse.error())] },
  },
});
