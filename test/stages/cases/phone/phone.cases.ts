/** WeChat's own dialogs and actions, started by a page. */
import type { Case } from '../../support/case';

const API = 'https://developers.weixin.qq.com/miniprogram/dev/api/';
const OPEN = 'https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/';

const cases: Record<string, Case> = {
  modal: {
    says: 'showModal waits for an answer and tells it',
    source: `${API}ui/interaction/wx.showModal.html`,
    files: {
      'page.wxml': '<button bind:tap="ask">ask</button><view>{{a}}</view>',
      'page.js':
        "Page({ data: { a: '' }, async ask() { const { confirm, cancel } = await wx.showModal({ title: 'T', content: 'C' }); this.setData({ a: [confirm, cancel].join() }); } })",
    },
    steps: [
      { tap: 'button', screen: ['modal'], text: 'ask' },
      { phone: ({ screen }) => screen.get('modal').confirm(), screen: [], text: 'ask\ntrue,false' },
      { tap: 'button' },
      { phone: ({ screen }) => screen.get('modal').cancel(), text: 'ask\nfalse,true' },
    ],
  },
  'slow-network': {
    says: 'on a slow network an answer comes when its time has come, and none when the time limit comes first',
    source: `${API}network/request/wx.request.html`,
    phone: { speed: 'slow-3g' },
    files: {
      'page.wxml': '<view>{{a}}</view>',
      'page.js':
        "Page({ data: { a: '' }, onLoad() { const hear = (way) => (r) => getApp().hear([way, r.statusCode || r.errMsg]); for (const timeout of [1000, 9000]) wx.request({ url: 'https://a.example/' + timeout, timeout, success: hear('ok'), fail: hear('no') }); } })",
    },
    opened: {
      heard: [
        ['no', 'request:fail timeout'],
        ['ok', 200],
      ],
    },
  },
  'action-sheet': {
    says: 'an action sheet tells what was chosen, or that it was left',
    source: `${API}ui/interaction/wx.showActionSheet.html`,
    files: {
      'page.wxml': '<button bind:tap="ask">ask</button>',
      'page.js':
        "Page({ ask() { wx.showActionSheet({ itemList: ['a', 'b'], success: (r) => getApp().hear(r.tapIndex), fail: (e) => getApp().hear(e.errMsg) }); } })",
    },
    steps: [
      { tap: 'button', screen: ['action-sheet'] },
      { phone: ({ screen }) => screen.get('action-sheet').choose(1), heard: [1] },
      { tap: 'button' },
      { phone: ({ screen }) => screen.get('action-sheet').cancel(), heard: ['showActionSheet:fail cancel'] },
    ],
  },
  'toast-and-loading': {
    says: 'toast and loading show their title and go away',
    source: `${API}ui/interaction/wx.showToast.html`,
    files: {
      'page.wxml': '<button bind:tap="t">t</button>',
      'page.js':
        "Page({ t() { wx.showToast({ title: 'done' }); }, l() { wx.showLoading({ title: 'wait' }); }, h() { wx.hideLoading(); } })",
    },
    steps: [
      { tap: 'button', screen: ['toast'] },
      { wait: 2000, screen: [] },
      { call: ['l'], screen: ['loading'] },
      { call: ['h'], screen: [] },
    ],
  },
  authorize: {
    says: 'wx.authorize asks once; a refusal is remembered',
    source: `${OPEN}authorize.html`,
    files: {
      'page.wxml': '<button bind:tap="ask">ask</button>',
      'page.js':
        "Page({ ask() { wx.authorize({ scope: 'scope.record', success: () => getApp().hear('ok'), fail: (e) => getApp().hear(/auth den/.test(e.errMsg)) }); } })",
    },
    steps: [
      { tap: 'button', screen: ['authorize'] },
      { phone: ({ screen }) => screen.get('authorize').deny(), heard: [true], screen: [] },
      { tap: 'button', heard: [true], screen: [] },
    ],
  },
  'user-profile': {
    says: 'getUserProfile needs a tap, asks, and gives the profile',
    source: `${API}open-api/user-info/wx.getUserProfile.html`,
    files: {
      'page.wxml': '<button bind:tap="ask">ask</button><view>{{name}}</view>',
      'page.js':
        "Page({ data: { name: '' }, ask() { wx.getUserProfile({ desc: 'd', success: (r) => this.setData({ name: r.userInfo.nickName }), fail: (e) => getApp().hear(e.errMsg) }); } })",
    },
    phone: { era: 'profile' },
    steps: [
      { call: ['ask'], heard: [/can only be invoked by user TAP gesture/ as never], screen: [] },
      { tap: 'button', screen: ['authorize'] },
      { phone: ({ screen }) => screen.get('authorize').allow(), text: 'ask\n林小满' },
    ],
  },
  'open-setting-button': {
    says: 'a button opens the settings and hears what came of them',
    source: `${OPEN}authorize.html`,
    files: {
      'page.wxml': '<button open-type="openSetting" bind:opensetting="set">s</button>',
      'page.js': "Page({ set(e) { getApp().hear(e.detail.authSetting['scope.record']); } })",
    },
    phone: { authSetting: { 'scope.record': false } },
    steps: [
      { tap: 'button', screen: ['settings'] },
      {
        phone: ({ screen }) => {
          screen.get('settings').set('scope.record', true);
          screen.get('settings').back();
        },
        heard: [true],
      },
    ],
  },
  'choose-avatar-button': {
    says: 'a button offers the avatar; its file can be used',
    source: `${OPEN}userProfile.html`,
    files: {
      'page.wxml': '<button open-type="chooseAvatar" bind:chooseavatar="got">a</button>',
      'page.js': 'Page({ got(e) { getApp().hear(typeof e.detail.avatarUrl); } })',
    },
    phone: { privacy: { needAuthorization: false } },
    steps: [
      { tap: 'button', screen: ['avatar'] },
      { phone: ({ screen }) => screen.get('avatar').useWechat(), heard: ['string'] },
    ],
  },
  request: {
    says: 'a request is answered with data and status before the action has settled',
    source: `${API}network/request/wx.request.html`,
    files: {
      'page.wxml': '<view wx:for="{{goods}}" wx:key="id">{{item.name}}</view>',
      'page.js':
        "Page({ data: { goods: [] }, onLoad() { wx.request({ url: 'https://api.test/goods', data: { q: 'a b' }, success: ({ data, statusCode }) => { getApp().hear(statusCode); this.setData({ goods: data.list }); } }); } })",
    },
    backend: ({ url }) => ({ list: [{ id: 1, name: url }] }),
    opened: { text: 'https://api.test/goods?q=a%20b', heard: [200] },
  },
  'request-offline': {
    says: 'without a network a request fails',
    source: `${API}network/request/wx.request.html`,
    files: {
      'page.wxml': '<button bind:tap="go">go</button>',
      'page.js':
        "Page({ go() { wx.request({ url: 'https://api.test/x', fail: (e) => getApp().hear(/^request:fail/.test(e.errMsg)) }); } })",
    },
    steps: [{ phone: (phone) => phone.setOnline(false) }, { tap: 'button', heard: [true] }],
  },
  login: {
    says: 'wx.login gives a code, checkSession is content with it',
    source: `${API}open-api/login/wx.login.html`,
    files: {
      'page.wxml': '<view>{{code}} {{fresh}}</view>',
      'page.js':
        "Page({ data: { code: '', fresh: '' }, async onLoad() { const { code } = await wx.login(); const { errMsg } = await wx.checkSession(); this.setData({ code: typeof code, fresh: errMsg }); } })",
    },
    opened: { text: 'string checkSession:ok' },
  },
  'can-i-use': {
    says: 'canIUse tells the truth for the version of the base library',
    source: `${API}base/wx.canIUse.html`,
    files: {
      'page.wxml': '<view>{{t}}</view>',
      'page.js':
        "Page({ data: { t: [wx.canIUse('getUserProfile'), wx.canIUse('button.open-type.chooseAvatar'), wx.canIUse('nothing')].join() } })",
    },
    opened: { text: 'true,true,false' },
  },
  'theme-change': {
    says: 'a page hears that the phone becomes dark',
    source: `${API}base/app/app-event/wx.onThemeChange.html`,
    files: {
      'app.json': { pages: ['pages/page/page'], darkmode: true },
      'page.wxml': '<view>{{t}}</view>',
      'page.js':
        "Page({ data: { t: '' }, onLoad() { wx.onThemeChange(({ theme }) => this.setData({ t: theme })); } })",
    },
    steps: [{ phone: (phone) => phone.setTheme('dark'), text: 'dark' }],
  },
  'not-modelled': {
    says: 'an API that is not modelled is reported, and the page lives on',
    source: 'simulator/README.md',
    files: {
      'page.wxml': '<button bind:tap="go">go</button>',
      'page.js':
        "Page({ go() { wx.vibrateShort({ type: 'light', complete: () => getApp().hear('complete') }); } })",
    },
    steps: [{ tap: 'button', reports: [/vibrateShort/], heard: ['complete'] }],
  },
  'selector-query': {
    says: 'a selector query gives dataset and properties, before the action has settled',
    source: `${API}wxml/SelectorQuery.html`,
    files: {
      'page.wxml': '<view class="a" id="i" data-x="1">A</view>',
      'page.js':
        "Page({ go() { wx.createSelectorQuery().select('.a').fields({ id: true, dataset: true }, (r) => getApp().hear([r.id, r.dataset])).selectAll('.none').boundingClientRect((r) => getApp().hear(r)).exec(); } })",
    },
    steps: [{ call: ['go'], heard: [['i', { x: '1' }], []] }],
  },
};

export default cases;
