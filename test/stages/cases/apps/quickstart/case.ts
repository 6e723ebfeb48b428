import type { Case } from '../../../support/case';

const quickstart: Case = {
  title: 'the first project of WeChat DevTools: avatar and nickname are filled in, the page of logs opens',
  source: 'https://developers.weixin.qq.com/miniprogram/dev/devtools/devtools.html',
  phone: { privacy: { needAuthorization: false } },
  opened: { text: '昵称\nHello World', title: 'Weixin' },
  steps: [
    { tap: '.avatar-wrapper', screen: ['avatar'] },
    { phone: ({ screen }) => screen.get('avatar').useWechat(), screen: [] },
    { pickNickname: ['.nickname-input', '小满'], text: '小满\nHello World' },
    { tap: '.userinfo-avatar', route: 'pages/logs/logs', count: { '.log-item': 1 } },
    { back: true, text: '小满\nHello World' },
  ],
};

export default quickstart;
