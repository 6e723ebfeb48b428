import { defineConfig } from 'miniprogram-phone';
import { HttpResponse, http } from 'msw';

export default defineConfig({
  root: 'miniprogram',
  title: '小店',
  handlers: [http.get('https://api.shop.example/goods', () => HttpResponse.json({ list: ['茶', '杯'] }))],
  scenes: { down: { title: '服务器故障', handlers: [http.get('*/goods', () => HttpResponse.error())] } },
});
