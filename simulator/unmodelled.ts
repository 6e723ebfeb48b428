/**
 * A behaviour of WeChat that this phone does not have. `FIDELITY.md` lists all of them: a passing test proves nothing
 * about these behaviours. The format of the sources is that of the titles in `test/conformance/`.
 */
export interface Unmodelled {
  readonly area: string;
  readonly behaviour: string;
  readonly source: string;
  readonly reason: string;
}

type Row = readonly [behaviour: string, source: string, reason: string];

const area = (name: string, rows: readonly Row[]): Unmodelled[] =>
  rows.map(([behaviour, source, reason]) => ({ area: name, behaviour, source, reason }));

export const UNMODELLED: readonly Unmodelled[] = [
  ...area('login', [
    [
      'Limited APIs are counted per day too: at most twice the page views',
      'page framework/performance/api-frequency.html',
      'a phone has no count of the page views of a day',
    ],
    [
      'checkSessionKey and resetUserSessionKey on the server',
      'page server/API/user-login/api_resetusersessionkey.html',
      'no backend of this kind calls them',
    ],
    [
      'A blocked mini-program cannot log in (errno 1402101)',
      'community https://github.com/Alan1034/network-spanner',
      'WeChat’s reason is passed on, without the number',
    ],
    ['Data prefetch gives codes too', 'typings 24202; wx.checkSession', 'prefetch is not modelled'],
  ]),
  ...area('gesture', [
    [
      'Callbacks of requestPayment and requestOrderPayment have the gesture',
      'page framework/view/tap.html',
      'payment is not modelled',
    ],
    [
      'requestSubscribeMessage, exitMiniProgram and other APIs need a tap',
      'page framework/view/tap.html',
      'these APIs are not modelled',
    ],
    [
      'DevTools lets through what phones refuse without a tap',
      'community https://developers.weixin.qq.com/community/develop/doc/0002c8e732c010d601bd9ca8b5f400',
      'the phone is stricter on purpose',
    ],
    [
      'Some phones lose the gesture in any asynchronous wrapper',
      'community https://developers.weixin.qq.com/community/develop/doc/0002c8e732c010d601bd9ca8b5f400',
      'the page says otherwise; a real button is safe on both',
    ],
  ]),
  ...area('wxml', [
    [
      'A mistake in a style sheet, or an import of one that is missing, stops WeChat’s compiler',
      'page framework/view/wxss.html',
      'the preview says so with file and line; the headless stage reads no style sheets',
    ],
    [
      'A number that is not whole as a list: 2.5 draws three items',
      'community https://www.npmjs.com/package/miniprogram-compiler',
      'headless does; glass-easel, in the preview, draws none',
    ],
    [
      'A function that the page itself puts into data is undefined in an attribute',
      'community https://www.npmjs.com/package/miniprogram-compiler',
      'headless it is; in the preview glass-easel passes it on',
    ],
    [
      'A computed `is` finds no template of an included file, nor of the including one',
      'community https://www.npmjs.com/package/miniprogram-compiler',
      'headless it does not; in the preview, where an included file is written in place, it does',
    ],
    [
      'What stands inside a slot',
      'community https://www.npmjs.com/package/miniprogram-compiler',
      'a slot shows what it is given only; both stages say so',
    ],
    [
      'glass-easel writes model: back to a path, and to an item of wx:for',
      'community https://github.com/wechat-miniprogram/glass-easel',
      'phones use exparser unless app.json says otherwise; both stages show the value, write nothing back, and say so',
    ],
  ]),
  ...area('scripts', [
    [
      'A script that assigns to an undeclared name throws in DevTools and runs on phones once published',
      'community https://github.com/leancloud/js-realtime-sdk/pull/698',
      'other phones throw, as a strict script must; both stages do',
    ],
  ]),
  ...area('wxs', [
    [
      'Assigning to a parameter also changes arguments, and the other way round',
      'community https://www.npmjs.com/package/miniprogram-compiler',
      'the generated code is strict',
    ],
    [
      'A function as text shows its code, with nv_ before each name',
      'community https://www.npmjs.com/package/miniprogram-compiler',
      'it shows other code here',
    ],
    [
      'Events of components that are not built in do not reach a function of WXS',
      'page framework/view/interactive-animation.html',
      'they do here; what phones do is not known',
    ],
  ]),
  ...area('scopes', [
    [
      'A refusal reads differently on iOS, Android and DevTools (`auth denied`, `-12006,auth deny`, a bare `fail`)',
      'community https://www.w3cschool.cn/wxagame/wxagame-hpe62jty.html',
      'one form is given; match loosely',
    ],
    [
      'Without the permission of the operating system a call fails with errno 3',
      'community https://github.com/Alan1034/network-spanner',
      'the operating system is not modelled',
    ],
    [
      'APIs that need a scope ask for it by themselves (getLocation, chooseAddress, getWeRunData …)',
      'page framework/open-ability/authorize.html',
      'only authorize and getUserInfo are modelled',
    ],
    ['Plugins have an authSetting of their own', 'typings 6423; wx.getSetting', 'plugins are not modelled'],
  ]),
  ...area('user-info', [
    ['cloudID with cloud development', 'typings 6630; wx.getUserInfo', 'cloud development is not modelled'],
    [
      'lang chooses the language of country, province and city',
      'typings 6615; wx.getUserInfo',
      'the places are as the account has them',
    ],
    [
      'Since October 2021 gender and region are empty and language is zh_CN, for real persons too',
      'announcement 00028edbe3c58081e7cc834705b801',
      'WeChat’s stand-in gives what the account has; era `profile` spans both times',
    ],
    [
      'DevTools with 2.10.4 to 2.16.1 gives real data through the button',
      'typings 26054; wx.getUserProfile',
      'a fault of DevTools',
    ],
    [
      'Below base library 2.16.0 getUserProfile has no encryptedData and iv',
      'community https://developers.weixin.qq.com/community/personal/oCJUsw1s13vo2nnn8wnL0H1PZcLM/fav',
      'a passing state of its introduction',
    ],
  ]),
  ...area('controls', [
    [
      'The keyboard pushes the page up',
      'page component/input.html',
      'the preview does it, as adjust-position and cursor-spacing say; the headless stage has no layout',
    ],
    [
      'A keyboard of digits, or one with the offer of a nickname, may have another height',
      'page component/input.html',
      'WeChat names no figures: every keyboard of a phone is equally high',
    ],
    [
      'keyboardheightchange may fire several times with one height',
      'page component/input.html',
      'it fires once when the keyboard comes and once when it goes',
    ],
    [
      'When change fires is not documented: in old base libraries when the field was left, also unchanged',
      'community https://github.com/NervJS/taro/issues/4532',
      'with each change of the text, as TDesign’s developers found in 2025',
    ],
  ]),
  ...area('device', [
    [
      'Tab bar, dialogs and sheets of WeChat grow with the font size, too',
      'page design/elderly.html',
      'no figures are given; the preview’s navigation bar grows as the guide says',
    ],
    [
      'A change of the font size while the mini-program runs: no event reports it',
      'page design/elderly.html',
      'the setting is part of a phone from its start; another one is another phone',
    ],
    [
      'page-meta has more than page-style, page-font-size and root-font-size',
      'page component/page-meta.html',
      'both stages say so with file and line; the headless stage has no layout',
    ],
  ]),
  ...area('fill', [
    [
      'Picking the suggested nickname fires no input event in DevTools and in wrapped inputs',
      'community https://github.com/Tencent/tdesign-miniprogram/issues/2562',
      'the keyboard is the stage’s; read the name on submit',
    ],
    [
      'The check of a nickname can fail with `upload nickname timeout` in DevTools',
      'community https://developers.weixin.qq.com/community/develop/doc/000044aeb2c608b2f08fdf6185b800',
      'nicknameReview can answer `timeout`',
    ],
  ]),
  ...area('phone-number', [
    [
      'On Android a refusal has read getPhoneNumber:fail:user deny, and once getPhoneNumber:user deny',
      'community https://developers.weixin.qq.com/community/develop/doc/000ec4d15f06786e87f7649255b400',
      'one form is given; look for `deny`, or for the missing code',
    ],
    [
      'Too many calls of the button fail with getPhoneNumber:fail freq limit',
      'community https://developers.weixin.qq.com/community/develop/doc/000aaea26488a8793350a8c2a61c00',
      'one answer says so and names no limit; the servers’ 45011 is modelled',
    ],
    [
      'The person verifies an added number with a text message; the realtime button may ask for one, too',
      'page framework/open-ability/getRealtimePhoneNumber.html',
      'add() stands for both',
    ],
    [
      'cloudID beside encryptedData, with cloud development',
      'page framework/open-ability/deprecatedGetPhoneNumber.html',
      'cloud development is not modelled',
    ],
    [
      'A mini-program that is not verified (认证), or of an owner abroad, gets no numbers',
      'page framework/open-ability/getPhoneNumber.html',
      'phoneNumber.owner `individual` stands for every owner without the right',
    ],
  ]),
  ...area('phone-number-servers', [
    [
      'force_refresh of stable_token works twenty times a day',
      'page doc/service/api/base/api_getstableaccesstoken',
      'which error follows is not documented',
    ],
    [
      'Some answers of getuserphonenumber have countryCode as a number',
      'page server/API/user-info/phone-number/api_getphonenumber',
      'the table says string, the sample shows 86; text is given: convert it before comparing',
    ],
    [
      'A server whose IP address is not on the white list gets no token (40164)',
      'page doc/oplatform/developers/errCode/errCode.html',
      'addresses of servers are not modelled',
    ],
  ]),
  ...area('privacy', [
    [
      'A listener that does not respond: WeChat shows its own dialogue',
      'page framework/user-privacy/PrivacyAuthorize.html',
      'the page does not say after how long; here the call pends',
    ],
    [
      'The dialogue joined with an authorisation sheet as a box to tick, refused with errno 103',
      'page framework/user-privacy/PrivacyAuthorize.html',
      'no modelled API asks for a scope and for this consent at once',
    ],
    [
      'New kinds of data in the contract need a new consent',
      'page framework/user-privacy/PrivacyAuthorize.html',
      'consent is one yes or no',
    ],
    [
      'An API that the contract does not declare fails with errno 112; a banned one with 1025 or 1026',
      'page framework/user-privacy/PrivacyAuthorize.html',
      'every modelled API counts as declared',
    ],
    [
      'errno 101102 for a refused contract',
      'community https://github.com/Alan1034/network-spanner',
      'the page says 104; accept both',
    ],
    [
      'Privacy APIs other than getUserInfo, getUserProfile, requirePrivacyAuthorize, the clipboard, chooseAvatar, the phone-number buttons and the nickname input',
      'page framework/user-privacy/miniprogram-intro.html',
      'these APIs are not modelled',
    ],
  ]),
  ...area('can-i-use', [
    [
      'Attributes of components beyond those in component-versions.ts',
      'typings 23580; wx.canIUse',
      'the typings do not hold components; the list is written by hand',
    ],
    [
      'The versions of single values, e.g. icon `none` of showToast (1.9.0)',
      'typings 12291; wx.showToast',
      'the typings hold them as prose',
    ],
    ['Versions for plugins', 'typings 5.2.3, every API', 'plugins are not modelled'],
    ['Global objects: canIUse(console.log)', 'typings 23589; wx.canIUse', 'they are not the phone’s'],
  ]),
  ...area('request', [
    [
      'Chunked answers: enableChunked, onChunkReceived',
      'typings 10825; wx.request',
      'fetch answers are read whole',
    ],
    [
      'HttpDNS, HTTP/2, QUIC, cellular network, caching',
      'typings 10833; wx.request',
      'there is no transport below fetch',
    ],
    ['redirect: manual', 'typings 10885; wx.request', 'fetch in a browser hides the answer'],
    ['profile, exception, useHttpDNS in results', 'typings 11149; wx.request', 'nothing measures them'],
    [
      'Certificates and TLS versions are checked',
      'page framework/ability/network.html',
      'fetch does that, with its own error texts',
    ],
    [
      'errno 600007, too many tasks',
      'community https://github.com/Alan1034/network-spanner',
      'when it comes is not known; here an eleventh request waits',
    ],
    ['WebSocket, UDP and TCP sockets', 'page framework/ability/network.html', 'not modelled'],
    [
      '60 s as the longest timeout',
      'community https://houbb.github.io/2021/02/14/wechat-applet-17-basic-network',
      'today’s page names no longest one',
    ],
    [
      'A download of more than 50 MB fails',
      'page api/network/download/wx.downloadFile.html',
      'no test needs 50 MB',
    ],
    [
      'preloadAssets fetches pictures and fonts, and fails where it cannot',
      'typings 29914; wx.preloadAssets',
      'nothing is fetched, and every list is ok: a picture is loaded when it is drawn',
    ],
  ]),
  ...area('storage', [
    ['batchSetStorage, batchGetStorage', 'typings 5.2.3, wx.batchSetStorage', 'not modelled'],
    [
      'WeChat may clear storage when the phone runs out of space',
      'typings 31303; wx.setStorage',
      'phone.uninstall() does the same',
    ],
  ]),
  ...area('animation', [
    [
      'The next step of an animation begins when the transition of the last one has ended',
      'community https://github.com/wechat-miniprogram/miniprogram-simulate',
      'the preview goes on after duration and delay; headless an animation is data, nothing moves',
    ],
  ]),
  ...area('controls', [
    [
      'A slider at 0 in a form is an empty text',
      'community https://github.com/chemzqm/wept',
      'seen in base library 2.8.2 only; here it is the number 0',
    ],
    [
      'Attributes and events of built-in components: the refresher of a scroll-view, margins of a swiper, the conditions of match-media …',
      'page component/scroll-view.html',
      'both stages say so with file and line; wxml/unmodelled-attributes.ts lists them',
    ],
    [
      'A swipe of a swiper',
      'page component/swiper.html',
      'headless has no layout: a test fires change with page.fire(…), and the swiper then is at detail.current; the preview swipes',
    ],
    [
      'scroll-top, scroll-left and scroll-into-view set by data scroll, and fire scroll',
      'page component/scroll-view.html',
      'headless has no layout: nothing scrolls, and a test fires scroll with page.fire(…); the preview scrolls',
    ],
    [
      'In base library 2.30.3 an interval that is set by data starts autoplay, even where autoplay is off',
      'community https://github.com/FloatingGuy/WALib',
      'documented nowhere: only autoplay starts it',
    ],
  ]),
  ...area('calls', [
    [
      'setData cannot be called in created',
      'page framework/custom-component/lifetimes.html',
      'the page does not say what comes of it; both frameworks set the data, and so do the stages',
    ],
    [
      'Properties that a page made by Component() takes from its address are decoded; options are not',
      'community https://github.com/chemzqm/wept',
      'seen in base library 2.8.2 only; here both are as written',
    ],
    [
      'onResize, pageLifetimes.resize and onSaveExitState are called by WeChat only',
      'typings 5.2.3, lib.wx.page.d.ts',
      'nothing on this phone causes them: the window keeps its size, and no process is ended to save memory',
    ],
    [
      'onShareAppMessage, onShareTimeline and onAddToFavorites come from the menu of the capsule',
      'page reference/api/Page.html',
      'a test calls them; a button with open-type share reports that',
    ],
    [
      'this.animate, clearAnimation, applyAnimatedStyle, setUpdatePerformanceListener, setInitialRenderingCache, setPassiveEvent',
      'typings 5.2.3, lib.wx.component.d.ts',
      'they do nothing and say so; the callbacks of the first two come at once',
    ],
  ]),
  ...area('device', [
    [
      'Sizes of the capsule differ by a few px between devices and versions of WeChat',
      'typings 5.2.3, wx.getMenuButtonBoundingClientRect',
      'no official page gives them',
    ],
    [
      'windowHeight and screenTop of a page with a tab bar or with navigationStyle custom',
      'typings 5.2.3, WindowInfo',
      'those of a page with the usual navigation bar are given',
    ],
  ]),
  ...area('files', [
    [
      'FileSystemManager: open, close, read, write, fstat, ftruncate, readCompressedFile, readZipEntry, unzip',
      'typings 16820; FileSystemManager',
      'calling one is an error that says so',
    ],
    [
      'Files of the mini-program’s own package are read by the preview, and its folders listed',
      'page framework/ability/file-system.html',
      'headless reads the files; the preview reports once that it cannot; folders count as missing on both stages',
    ],
    [
      'Temporary files of up to 2 GB may outlive the process',
      'page framework/ability/file-system.html',
      'the page promises nothing; here they never do',
    ],
    [
      'In DevTools paths begin with http:// instead of wxfile://',
      'page framework/ability/file-system.html',
      'the page says that code must not depend on it',
    ],
  ]),
  ...area('ui', [
    ['A toast without an icon shows two lines at most', 'typings 12291; wx.showToast', 'lines need a layout'],
    [
      'On Android below 6.7.2 a tap beside a modal closes it',
      'typings 31693; wx.showModal',
      'cancel() stands for it',
    ],
  ]),
];
