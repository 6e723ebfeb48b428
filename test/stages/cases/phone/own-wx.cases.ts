/**
 * The phone's APIs for any mini-program on both stages: a `wx` per process, callbacks, files, animations, the capsule.
 */
import type { Case } from '../../support/case';

const COMMUNITY = 'https://developers.weixin.qq.com/miniprogram/dev';

const cases: Record<string, Case> = {
  'own-wx': {
    title: 'properties that a mini-program adds to wx are gone in the next process',
    source: 'a process of WeChat is a JavaScript context of its own',
    files: {
      'page.wxml': '<view>{{runs}}</view>',
      'page.js':
        'wx.runs = (wx.runs || 0) + 1; wx.env.runs = (wx.env.runs || 0) + 1; Page({ data: { runs: wx.runs + " " + wx.env.runs } });',
    },
    opened: { text: '1 1' },
    steps: [{ relaunch: true, text: '1 1' }],
  },
  'get-system-info-at-once': {
    title: 'wx.getSystemInfo calls its callbacks before it returns',
    source: 'miniprogram-api-typings 5.2.3, line 25853',
    files: {
      'page.wxml': '<view>{{order}}</view>',
      'page.js': `Page({ onLoad() {
        const order = [];
        wx.getSystemInfo({ success: () => order.push('success'), complete: () => order.push('complete') });
        order.push('returned');
        this.setData({ order: order.join(' ') });
      } });`,
    },
    opened: { text: 'success complete returned' },
  },
  'callback-throws': {
    title: 'an exception in a callback of wx reaches App.onError, for modelled and fallback APIs',
    source: `${COMMUNITY}/reference/api/App.html#onError-String-error`,
    files: {
      'app.js': `App({ noted: [], onError(text) { this.noted.push(String(text).split('\\n')[0]) }, note(what) {} });`,
      'page.wxml': '<button bind:tap="go">去</button>',
      'page.js': `Page({ go() {
        wx.getNetworkType({ success() { throw new Error('boom 1') } });
        wx.scanCode({ success() { throw new Error('boom 2') } });
        wx.nextTick(() => { throw new Error('boom 3') });
      } });`,
    },
    phone: {
      fallback: { scanCode: ({ success }: { success(result: object): void }) => success({ result: '42' }) },
    },
    steps: [
      {
        tap: 'button',
        errors: ['boom 1', 'boom 2', 'boom 3'],
        noted: ['Error: boom 3', 'Error: boom 1', 'Error: boom 2'],
        reports: [/scanCode is not modelled/],
      },
    ],
  },
  'gesture-and-timer': {
    title: 'getUserProfile in a timer of a tap handler fails: the gesture has ended',
    source: `${COMMUNITY}/framework/view/tap.html`,
    files: {
      'page.wxml': '<button bind:tap="go">去</button><view>{{message}}</view>',
      'page.js': `Page({ data: { message: '' }, go() {
        setTimeout(() => wx.getUserProfile({ desc: '用于展示', fail: ({ errMsg }) => this.setData({ message: errMsg }) }));
      } });`,
    },
    phone: { era: 'profile' },
    steps: [{ tap: 'button', has: 'getUserProfile:fail can only be invoked by user TAP gesture.' }],
  },
  files: {
    title: 'a file below USER_DATA_PATH stays after the end of the process',
    source: `${COMMUNITY}/framework/ability/file-system.html`,
    files: {
      'page.wxml': '<button bind:tap="write">写</button><view>{{text}}</view>',
      'page.js': `const path = wx.env.USER_DATA_PATH + '/teas/green.txt';
      Page({
        data: { text: '' },
        onLoad() {
          const fs = wx.getFileSystemManager();
          fs.readFile({ filePath: path, encoding: 'utf8',
            success: ({ data }) => this.setData({ text: data }), fail: ({ errMsg, errno }) => this.setData({ text: errno + ' ' + errMsg }) });
        },
        write() {
          const fs = wx.getFileSystemManager();
          fs.mkdirSync(wx.env.USER_DATA_PATH + '/teas');
          fs.writeFileSync(path, '龙井', 'utf8');
          this.setData({ text: fs.readdirSync(wx.env.USER_DATA_PATH + '/teas').join() });
        },
      });`,
    },
    opened: {
      has: '1300002 readFile:fail no such file or directory, open wxfile://usr/teas/green.txt',
    },
    steps: [
      { tap: 'button', has: 'green.txt' },
      { relaunch: true, has: '龙井' },
    ],
  },
  'temporary-file': {
    title: 'a temporary path becomes invalid after the process, a saved one does not',
    source: `${COMMUNITY}/framework/ability/file-system.html`,
    files: {
      'page.wxml':
        '<button open-type="chooseAvatar" bind:chooseavatar="keep">选</button><view>{{found}}</view>',
      'page.js': `Page({
        data: { found: '' },
        onLoad() {
          const fs = wx.getFileSystemManager();
          const there = (path) => { try { fs.accessSync(path); return 'yes'; } catch { return 'no'; } };
          const paths = wx.getStorageSync('paths');
          if (paths) this.setData({ found: paths.map(there).join(' ') });
        },
        keep({ detail }) {
          const fs = wx.getFileSystemManager();
          const copy = wx.env.USER_DATA_PATH + '/avatar.png';
          fs.copyFileSync(detail.avatarUrl, copy);
          wx.setStorageSync('paths', [detail.avatarUrl, copy]);
        },
      });`,
    },
    phone: { privacy: { needAuthorization: false } },
    steps: [
      { tap: 'button', screen: ['avatar'] },
      { phone: (phone) => phone.screen.get('avatar').useWechat() },
      { relaunch: true, has: 'no yes' },
    ],
  },
  'menu-button': {
    title: "getMenuButtonBoundingClientRect fits the device's status bar and width",
    source: 'miniprogram-api-typings 5.2.3, wx.getMenuButtonBoundingClientRect; sizes as devices show them',
    files: {
      'page.wxml': '<view>{{text}}</view>',
      'page.js': `Page({ onLoad() {
        const { top, right, bottom, left, width, height } = wx.getMenuButtonBoundingClientRect();
        const { statusBarHeight, screenTop } = wx.getWindowInfo();
        this.setData({ text: [top, right, bottom, left, width, height, statusBarHeight, screenTop].join(' ') });
      } });`,
    },
    phone: { device: { screenWidth: 375, statusBarHeight: 44 } },
    opened: { text: '50 368 82 281 87 32 44 88' },
  },
  animation: {
    title:
      'createAnimation returns steps as data; a step repeats earlier values that it does not change; export empties the list',
    source: 'miniprogram-api-typings 5.2.3, wx.createAnimation; miniprogram-simulate, src/api/animation.js',
    files: {
      'page.wxml': '<view animation="{{animation}}">{{steps}}</view>',
      'page.js': `Page({ onLoad() {
        const animation = wx.createAnimation({ duration: 1000, timingFunction: 'ease' });
        animation.rotate(45).opacity(0.5).step().translate(10, 20).width(100).step({ duration: 200 });
        const exported = animation.export();
        this.setData({ animation: exported, steps: exported.actions.length + ' ' + animation.export().actions.length });
      } });`,
    },
    opened: {
      text: '2 0',
      data: {
        animation: {
          actions: [
            {
              animates: [
                { type: 'rotate', args: [45] },
                { type: 'style', args: ['opacity', 0.5] },
              ],
              option: {
                transformOrigin: '50% 50% 0',
                transition: { duration: 1000, timingFunction: 'ease', delay: 0 },
              },
            },
            {
              animates: [
                { type: 'rotate', args: [45] },
                { type: 'style', args: ['opacity', 0.5] },
                { type: 'translate', args: [10, 20] },
                { type: 'style', args: ['width', '100px'] },
              ],
              option: {
                transformOrigin: '50% 50% 0',
                transition: { duration: 200, timingFunction: 'ease', delay: 0 },
              },
            },
          ],
        },
      },
    },
  },
  'not-modelled': {
    title: 'an API that is not modelled and has no stub is an error that names the option to pass',
    source: 'simulator/README.md, What to know',
    files: {
      'page.wxml': '<view>{{results}}</view>',
      'page.js': `Page({ data: { results: '' }, onLoad() {
        const results = ['requestMerchantTransfer', 'getPluginUpdateManager', 'createGlobalPayment', 'getXrFrameSystem'].map((name) => {
          try { wx[name]({}); return name + ' answers'; } catch (error) { return error.message; }
        });
        this.setData({ results: results.join(';') });
      } });`,
    },
    opened: {
      text: ['requestMerchantTransfer', 'getPluginUpdateManager', 'createGlobalPayment', 'getXrFrameSystem']
        .map(
          (name) =>
            `wx.${name} is not modelled by the simulated phone, and there is no fallback for it. Pass one: createPhone({ fallback: { ${name}() {} } }).`,
        )
        .join(';'),
    },
  },
  'stub-answers': {
    title: 'an API that is not modelled answers with miniprogram-simulate’s stub, and is reported once',
    source: 'simulator/README.md, What to know',
    files: {
      'page.wxml': '<view>{{results}}</view>',
      'page.js': `Page({ data: { results: '' }, async onLoad() {
        const results = [];
        for (let n = 0; n < 2; n += 1) results.push((await wx.getScreenBrightness()).errMsg);
        results.push(typeof wx.getExptInfoSync([]));
        results.push(typeof wx.createVideoContext('v').fly);
        this.setData({ results: results.join(' ') });
      } });`,
    },
    opened: {
      text: 'getScreenBrightness:ok getScreenBrightness:ok object undefined',
      reports: [
        /getScreenBrightness is not modelled/,
        /getExptInfoSync is not modelled/,
        /createVideoContext is not modelled/,
      ],
    },
  },
  'cloud-fails': {
    title: 'wx.cloud can be initialised; every call of it fails',
    source: 'simulator/README.md, What to know',
    files: {
      'page.wxml': '<view>{{results}}</view>',
      'page.js': `Page({ data: { results: '' }, onLoad() {
        wx.cloud.init();
        wx.cloud.callFunction({ name: 'f', fail: ({ errMsg }) => this.setData({ results: errMsg }) });
      } });`,
    },
    opened: { text: /^cloud\.callFunction:fail it is not modelled by the simulated phone/ },
  },
};
export default cases;
