/** WeChat's own dialogs and actions, started by a page. */
import type { Case } from '../../support/case';

const API = 'https://developers.weixin.qq.com/miniprogram/dev/api/';
const OPEN = 'https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/';

const cases: Record<string, Case> = {
  modal: {
    title: 'showModal waits for the user and returns the answer',
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
    title:
      'on a slow network a response arrives after its transfer time; if the time limit ends first, the request fails',
    source: `${API}network/request/wx.request.html`,
    phone: { speed: 'slow-3g' },
    files: {
      'page.wxml': '<view>{{a}}</view>',
      'page.js':
        "Page({ data: { a: '' }, onLoad() { const note = (way) => (r) => getApp().note([way, r.statusCode || r.errMsg]); for (const timeout of [1000, 9000]) wx.request({ url: 'https://a.example/' + timeout, timeout, success: note('ok'), fail: note('no') }); } })",
    },
    opened: {
      noted: [
        ['no', 'request:fail timeout'],
        ['ok', 200],
      ],
    },
  },
  'action-sheet': {
    title: 'an action sheet returns the chosen item, or fails if it was cancelled',
    source: `${API}ui/interaction/wx.showActionSheet.html`,
    files: {
      'page.wxml': '<button bind:tap="ask">ask</button>',
      'page.js':
        "Page({ ask() { wx.showActionSheet({ itemList: ['a', 'b'], success: (r) => getApp().note(r.tapIndex), fail: (e) => getApp().note(e.errMsg) }); } })",
    },
    steps: [
      { tap: 'button', screen: ['action-sheet'] },
      { phone: ({ screen }) => screen.get('action-sheet').choose(1), noted: [1] },
      { tap: 'button' },
      { phone: ({ screen }) => screen.get('action-sheet').cancel(), noted: ['showActionSheet:fail cancel'] },
    ],
  },
  'toast-and-loading': {
    title: 'toast and loading show their title and disappear',
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
    title: 'wx.authorize asks once; the refusal is stored',
    source: `${OPEN}authorize.html`,
    files: {
      'page.wxml': '<button bind:tap="ask">ask</button>',
      'page.js':
        "Page({ ask() { wx.authorize({ scope: 'scope.record', success: () => getApp().note('ok'), fail: (e) => getApp().note(/auth den/.test(e.errMsg)) }); } })",
    },
    steps: [
      { tap: 'button', screen: ['authorize'] },
      { phone: ({ screen }) => screen.get('authorize').deny(), noted: [true], screen: [] },
      { tap: 'button', noted: [true], screen: [] },
    ],
  },
  'user-profile': {
    title: 'getUserProfile needs a tap, asks the user, and returns the profile',
    source: `${API}open-api/user-info/wx.getUserProfile.html`,
    files: {
      'page.wxml': '<button bind:tap="ask">ask</button><view>{{name}}</view>',
      'page.js':
        "Page({ data: { name: '' }, ask() { wx.getUserProfile({ desc: 'd', success: (r) => this.setData({ name: r.userInfo.nickName }), fail: (e) => getApp().note(e.errMsg) }); } })",
    },
    phone: { era: 'profile' },
    steps: [
      { call: ['ask'], noted: [/can only be invoked by user TAP gesture/ as never], screen: [] },
      { tap: 'button', screen: ['authorize'] },
      { phone: ({ screen }) => screen.get('authorize').allow(), text: 'ask\n林小满' },
    ],
  },
  'open-setting-button': {
    title: 'a button opens the settings and receives their result',
    source: `${OPEN}authorize.html`,
    files: {
      'page.wxml': '<button open-type="openSetting" bind:opensetting="set">s</button>',
      'page.js': "Page({ set(e) { getApp().note(e.detail.authSetting['scope.record']); } })",
    },
    phone: { authSetting: { 'scope.record': false } },
    steps: [
      { tap: 'button', screen: ['settings'] },
      {
        phone: ({ screen }) => {
          screen.get('settings').set('scope.record', true);
          screen.get('settings').back();
        },
        noted: [true],
      },
    ],
  },
  'choose-avatar-button': {
    title: 'a button opens the avatar sheet and receives the path of the picture',
    source: `${OPEN}userProfile.html`,
    files: {
      'page.wxml': '<button open-type="chooseAvatar" bind:chooseavatar="got">a</button>',
      'page.js': 'Page({ got(e) { getApp().note(typeof e.detail.avatarUrl); } })',
    },
    phone: { privacy: { needAuthorization: false } },
    steps: [
      { tap: 'button', screen: ['avatar'] },
      { phone: ({ screen }) => screen.get('avatar').useWechat(), noted: ['string'] },
    ],
  },
  request: {
    title: 'a request has its response before the action has settled',
    source: `${API}network/request/wx.request.html`,
    files: {
      'page.wxml': '<view wx:for="{{goods}}" wx:key="id">{{item.name}}</view>',
      'page.js':
        "Page({ data: { goods: [] }, onLoad() { wx.request({ url: 'https://api.test/goods', data: { q: 'a b' }, success: ({ data, statusCode }) => { getApp().note(statusCode); this.setData({ goods: data.list }); } }); } })",
    },
    backend: ({ url }) => ({ list: [{ id: 1, name: url }] }),
    opened: { text: 'https://api.test/goods?q=a%20b', noted: [200] },
  },
  'request-offline': {
    title: 'without a network a request fails',
    source: `${API}network/request/wx.request.html`,
    files: {
      'page.wxml': '<button bind:tap="go">go</button>',
      'page.js':
        "Page({ go() { wx.request({ url: 'https://api.test/x', fail: (e) => getApp().note(/^request:fail/.test(e.errMsg)) }); } })",
    },
    steps: [{ phone: (phone) => phone.setOnline(false) }, { tap: 'button', noted: [true] }],
  },
  login: {
    title: 'wx.login returns a code; then checkSession succeeds',
    source: `${API}open-api/login/wx.login.html`,
    files: {
      'page.wxml': '<view>{{code}} {{fresh}}</view>',
      'page.js':
        "Page({ data: { code: '', fresh: '' }, async onLoad() { const { code } = await wx.login(); const { errMsg } = await wx.checkSession(); this.setData({ code: typeof code, fresh: errMsg }); } })",
    },
    opened: { text: 'string checkSession:ok' },
  },
  'can-i-use': {
    title: 'canIUse answers for the version of the base library',
    source: `${API}base/wx.canIUse.html`,
    files: {
      'page.wxml': '<view>{{t}}</view>',
      'page.js':
        "Page({ data: { t: [wx.canIUse('getUserProfile'), wx.canIUse('button.open-type.chooseAvatar'), wx.canIUse('nothing')].join() } })",
    },
    opened: { text: 'true,true,false' },
  },
  'theme-change': {
    title: 'wx.onThemeChange calls its listener when the phone switches to dark mode',
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
    title: 'an unmodelled API is reported, and the page continues',
    source: 'simulator/README.md',
    files: {
      'page.wxml': '<button bind:tap="go">go</button>',
      'page.js':
        "Page({ go() { wx.vibrateShort({ type: 'light', complete: () => getApp().note('complete') }); } })",
    },
    steps: [{ tap: 'button', reports: [/vibrateShort/], noted: ['complete'] }],
  },
};

export default cases;
