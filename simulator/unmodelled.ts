/**
 * A behaviour of WeChat that this phone does not have. `FIDELITY.md` lists all of them: a passing test proves nothing
 * about these behaviours. The format of the sources is that of the titles in `test/conformance/`.
 */
interface Unmodelled {
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
      'the phone does not count page views per day',
    ],
    [
      'checkSessionKey and resetUserSessionKey on the server',
      'page server/API/user-login/api_resetusersessionkey.html',
      'the backends in this repository do not call them',
    ],
    [
      'A blocked mini-program cannot log in (errno 1402101)',
      'community https://github.com/Alan1034/network-spanner',
      'the failure has WeChat’s message, but not the number',
    ],
    ['Data prefetch also returns login codes', 'typings 24202; wx.checkSession', 'prefetch is not modelled'],
  ]),
  ...area('gesture', [
    [
      'Callbacks of requestPayment and requestOrderPayment carry the tap gesture',
      'page framework/view/tap.html',
      'payment is not modelled',
    ],
    [
      'requestSubscribeMessage, exitMiniProgram and other APIs need a tap',
      'page framework/view/tap.html',
      'these APIs are not modelled',
    ],
    [
      'DevTools accepts calls without a tap that phones reject',
      'community https://developers.weixin.qq.com/community/develop/doc/0002c8e732c010d601bd9ca8b5f400',
      'the simulator behaves like phones, on purpose',
    ],
    [
      'Some phones lose the gesture in any asynchronous wrapper',
      'community https://developers.weixin.qq.com/community/develop/doc/0002c8e732c010d601bd9ca8b5f400',
      'the official page says otherwise; a call directly in the tap handler works on all phones',
    ],
  ]),
  ...area('wxml', [
    [
      'A mistake in a style sheet, or an import of a missing one, stops WeChat’s compiler',
      'page framework/view/wxss.html',
      'the preview reports it with file and line; the headless stage reads no style sheets',
    ],
    [
      'wx:for over a fraction: 2.5 renders three items',
      'community https://www.npmjs.com/package/miniprogram-compiler',
      'the headless stage renders three; glass-easel, in the preview, renders none',
    ],
    [
      'A function that the page itself puts into data is undefined in an attribute',
      'community https://www.npmjs.com/package/miniprogram-compiler',
      'the same on the headless stage; in the preview glass-easel passes the function to the attribute',
    ],
    [
      '`<template is>` with a computed name does not find templates of an included or including file',
      'community https://www.npmjs.com/package/miniprogram-compiler',
      'the same on the headless stage; the preview copies included files into place, so it finds them',
    ],
    [
      'Content inside a <slot> tag',
      'community https://www.npmjs.com/package/miniprogram-compiler',
      'a slot shows only the content that the component’s user provides; both stages report this',
    ],
    [
      'glass-easel writes model: values back to paths and to items of wx:for',
      'community https://github.com/wechat-miniprogram/glass-easel',
      'phones use exparser unless app.json selects glass-easel; both stages show the value, do not write it back, and report this',
    ],
  ]),
  ...area('scripts', [
    [
      'A script that assigns to an undeclared name throws in DevTools, but runs on some phones after publication',
      'community https://github.com/leancloud/js-realtime-sdk/pull/698',
      'on other phones it throws, as strict mode requires; it also throws on both stages',
    ],
  ]),
  ...area('wxs', [
    [
      'Assigning to a parameter also changes arguments, and vice versa',
      'community https://www.npmjs.com/package/miniprogram-compiler',
      'the generated code is in strict mode, where the two are independent',
    ],
    [
      'A function converted to text is its code, with nv_ before each name',
      'community https://www.npmjs.com/package/miniprogram-compiler',
      'here the text is different generated code',
    ],
    [
      'Events of custom components do not reach WXS functions',
      'page framework/view/interactive-animation.html',
      'here they do; the behaviour of phones is not known',
    ],
  ]),
  ...area('scopes', [
    [
      'The message of a refusal differs between iOS, Android and DevTools (`auth denied`, `-12006,auth deny`, a bare `fail`)',
      'community https://www.w3cschool.cn/wxagame/wxagame-hpe62jty.html',
      'the phone uses one form; do not compare the whole message',
    ],
    [
      'Without the operating system’s permission, a call fails with errno 3',
      'community https://github.com/Alan1034/network-spanner',
      'permissions of the operating system are not modelled',
    ],
    [
      'APIs that need a scope request it themselves (getLocation, chooseAddress, getWeRunData …)',
      'page framework/open-ability/authorize.html',
      'only authorize and getUserInfo are modelled',
    ],
    ['Plugins have their own authSetting', 'typings 6423; wx.getSetting', 'plugins are not modelled'],
  ]),
  ...area('user-info', [
    ['cloudID with cloud development', 'typings 6630; wx.getUserInfo', 'cloud development is not modelled'],
    [
      'lang chooses the language of country, province and city',
      'typings 6615; wx.getUserInfo',
      'the phone returns the account’s places unchanged',
    ],
    [
      'Since October 2021 gender and region are empty and language is zh_CN, for real users, too',
      'announcement 00028edbe3c58081e7cc834705b801',
      'the mock WeChat returns the account’s data; era `profile` includes the time before and after the change',
    ],
    [
      'DevTools with base library 2.10.4 to 2.16.1 returns real data through the button',
      'typings 26054; wx.getUserProfile',
      'a bug of DevTools',
    ],
    [
      'Below base library 2.16.0 getUserProfile has no encryptedData and iv',
      'community https://developers.weixin.qq.com/community/personal/oCJUsw1s13vo2nnn8wnL0H1PZcLM/fav',
      'it was so only for a short time after its introduction',
    ],
  ]),
  ...area('controls', [
    [
      'The keyboard pushes the page up',
      'page component/input.html',
      'the preview does, following adjust-position and cursor-spacing; the headless stage has no layout',
    ],
    [
      'The keyboard for digits, or with a suggested nickname, may have another height',
      'page component/input.html',
      'WeChat documents no heights: all keyboards of a phone have the same height',
    ],
    [
      'keyboardheightchange may fire several times with the same height',
      'page component/input.html',
      'it fires once when the keyboard appears and once when it disappears',
    ],
    [
      'The time of the change event is not documented; in old base libraries it fires on blur, even if the text is unchanged',
      'community https://github.com/NervJS/taro/issues/4532',
      'it fires at each change of the text, as TDesign’s developers observed in 2025',
    ],
  ]),
  ...area('device', [
    [
      'WeChat’s tab bar, dialogs and sheets also grow with the font size',
      'page design/elderly.html',
      'no sizes are documented; the preview’s navigation bar grows as documented',
    ],
    [
      'The user changes the font size while the mini-program runs; no event reports it',
      'page design/elderly.html',
      'the setting of a simulated phone cannot change; create another phone',
    ],
    [
      'Attributes of page-meta other than page-style, page-font-size and root-font-size',
      'page component/page-meta.html',
      'both stages report them with file and line; the headless stage has no layout',
    ],
  ]),
  ...area('fill', [
    [
      'Picking the suggested nickname fires no input event in DevTools and in wrapped inputs',
      'community https://github.com/Tencent/tdesign-miniprogram/issues/2562',
      'the stages never fire input for a suggested nickname; read the name in the submit event',
    ],
    [
      'The review of a nickname can fail with `upload nickname timeout` in DevTools',
      'community https://developers.weixin.qq.com/community/develop/doc/000044aeb2c608b2f08fdf6185b800',
      'the option nicknameReview can return `timeout`',
    ],
  ]),
  ...area('phone-number', [
    [
      'On Android the message of a refusal was getPhoneNumber:fail:user deny, and once getPhoneNumber:user deny',
      'community https://developers.weixin.qq.com/community/develop/doc/000ec4d15f06786e87f7649255b400',
      'the phone uses one form; test for `deny`, or for a missing code',
    ],
    [
      'Too many calls of the button fail with getPhoneNumber:fail freq limit',
      'community https://developers.weixin.qq.com/community/develop/doc/000aaea26488a8793350a8c2a61c00',
      'one community answer mentions it, without the limit; the servers’ error 45011 is modelled',
    ],
    [
      'The user verifies an added number by text message; the realtime button may require this, too',
      'page framework/open-ability/getRealtimePhoneNumber.html',
      'the function add() of the sheet includes the verification',
    ],
    [
      'cloudID in addition to encryptedData, with cloud development',
      'page framework/open-ability/deprecatedGetPhoneNumber.html',
      'cloud development is not modelled',
    ],
    [
      'An unverified (认证) mini-program, or one of a foreign owner, gets no numbers',
      'page framework/open-ability/getPhoneNumber.html',
      'use phoneNumber.owner `individual` for every owner without permission',
    ],
  ]),
  ...area('phone-number-servers', [
    [
      'force_refresh of stable_token works twenty times a day',
      'page doc/service/api/base/api_getstableaccesstoken',
      'the error after the limit is not documented',
    ],
    [
      'Some answers of getuserphonenumber have countryCode as a number',
      'page server/API/user-info/phone-number/api_getphonenumber',
      'the page’s table says string, its sample shows the number 86; the mock returns a string: convert it before comparing',
    ],
    [
      'A server whose IP address is not on the allow list gets no token (40164)',
      'page doc/oplatform/developers/errCode/errCode.html',
      'IP addresses of servers are not modelled',
    ],
  ]),
  ...area('privacy', [
    [
      'If the listener does not respond, WeChat shows its own dialog',
      'page framework/user-privacy/PrivacyAuthorize.html',
      'the page does not document the delay; here the call stays pending',
    ],
    [
      'The consent as a checkbox on an authorisation sheet, refused with errno 103',
      'page framework/user-privacy/PrivacyAuthorize.html',
      'no modelled API requests a scope and this consent together',
    ],
    [
      'New kinds of data in the contract need a new consent',
      'page framework/user-privacy/PrivacyAuthorize.html',
      'the phone stores one consent for the whole contract',
    ],
    [
      'An API that the contract does not declare fails with errno 112; a banned one with 1025 or 1026',
      'page framework/user-privacy/PrivacyAuthorize.html',
      'the phone treats every modelled API as declared',
    ],
    [
      'errno 101102 for a refused contract',
      'community https://github.com/Alan1034/network-spanner',
      'the official page says 104; a mini-program should accept both',
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
      'the typings do not contain components; the list is written by hand',
    ],
    [
      'The versions of single values, e.g. icon `none` of showToast (1.9.0)',
      'typings 12291; wx.showToast',
      'the typings contain them only as prose',
    ],
    ['Versions for plugins', 'typings 5.2.3, every API', 'plugins are not modelled'],
    [
      'Global objects: canIUse(console.log)',
      'typings 23589; wx.canIUse',
      'global objects are not part of the phone',
    ],
  ]),
  ...area('request', [
    [
      'Chunked answers: enableChunked, onChunkReceived',
      'typings 10825; wx.request',
      'the phone reads a response only as a whole',
    ],
    [
      'HttpDNS, HTTP/2, QUIC, cellular network, caching',
      'typings 10833; wx.request',
      'the phone sends requests with fetch, which hides the transport',
    ],
    [
      'redirect: manual',
      'typings 10885; wx.request',
      'fetch in a browser does not expose the redirect response',
    ],
    [
      'profile, exception, useHttpDNS in results',
      'typings 11149; wx.request',
      'the phone does not measure them',
    ],
    [
      'Certificates and TLS versions are checked',
      'page framework/ability/network.html',
      'fetch checks them, with its own error messages',
    ],
    [
      'errno 600007, too many tasks',
      'community https://github.com/Alan1034/network-spanner',
      'the limit is not documented; here an eleventh request waits',
    ],
    ['WebSocket, UDP and TCP sockets', 'page framework/ability/network.html', 'not modelled'],
    [
      'A timeout cannot be longer than 60 s',
      'community https://houbb.github.io/2021/02/14/wechat-applet-17-basic-network',
      'the current page documents no maximum',
    ],
    [
      'A download of more than 50 MB fails',
      'page api/network/download/wx.downloadFile.html',
      'no test needs 50 MB',
    ],
    [
      'preloadAssets loads pictures and fonts, and fails if it cannot',
      'typings 29914; wx.preloadAssets',
      'nothing is loaded, and every list succeeds: a picture is loaded when it is drawn',
    ],
  ]),
  ...area('storage', [
    ['batchSetStorage, batchGetStorage', 'typings 5.2.3, wx.batchSetStorage', 'not modelled'],
    [
      'WeChat may clear storage when the phone runs out of space',
      'typings 31303; wx.setStorage',
      'use phone.uninstall() to test this',
    ],
  ]),
  ...area('animation', [
    [
      'The next step of an animation starts when the transition of the previous step has ended',
      'community https://github.com/wechat-miniprogram/miniprogram-simulate',
      'the preview continues after duration and delay; on the headless stage an animation is only data',
    ],
  ]),
  ...area('controls', [
    [
      'In a form, the value of a slider at 0 is an empty text',
      'community https://github.com/chemzqm/wept',
      'observed only in base library 2.8.2; here it is the number 0',
    ],
    [
      'Attributes and events of built-in components: the refresher of a scroll-view, margins of a swiper, the conditions of match-media …',
      'page component/scroll-view.html',
      'both stages report them with file and line; wxml/unmodelled-attributes.ts lists them',
    ],
    [
      'The user swipes a swiper',
      'page component/swiper.html',
      'the headless stage has no layout: a test fires change with page.fire(…), and the swiper moves to detail.current; the preview supports swipes',
    ],
    [
      'scroll-top, scroll-left and scroll-into-view set by data scroll, and fire scroll',
      'page component/scroll-view.html',
      'the headless stage has no layout and does not scroll: a test fires scroll with page.fire(…); the preview scrolls',
    ],
    [
      'In base library 2.30.3, setting interval starts autoplay, even if autoplay is off',
      'community https://github.com/FloatingGuy/WALib',
      'not documented; here only the attribute autoplay starts it',
    ],
  ]),
  ...area('calls', [
    [
      'setData cannot be called in created',
      'page framework/custom-component/lifetimes.html',
      'the page does not document the result; both frameworks set the data, and so do the stages',
    ],
    [
      'Properties that a page made with Component() takes from its address are decoded; options are not',
      'community https://github.com/chemzqm/wept',
      'observed only in base library 2.8.2; here neither is decoded',
    ],
    [
      'onResize, pageLifetimes.resize and onSaveExitState are called only by WeChat',
      'typings 5.2.3, lib.wx.page.d.ts',
      'the phone never calls them: the window keeps its size, and no process is ended to save memory',
    ],
    [
      'The menu of the capsule calls onShareAppMessage, onShareTimeline and onAddToFavorites',
      'page reference/api/Page.html',
      'a test must call them; a button with open-type share reports this',
    ],
    [
      'this.animate, clearAnimation, applyAnimatedStyle, setUpdatePerformanceListener, setInitialRenderingCache, setPassiveEvent',
      'typings 5.2.3, lib.wx.component.d.ts',
      'they do nothing and report this; the callbacks of the first two are called at once',
    ],
  ]),
  ...area('device', [
    [
      'Sizes of the capsule differ by a few px between devices and versions of WeChat',
      'typings 5.2.3, wx.getMenuButtonBoundingClientRect',
      'no official page documents the sizes',
    ],
    [
      'windowHeight and screenTop of a page with a tab bar or with navigationStyle custom',
      'typings 5.2.3, WindowInfo',
      'the phone always returns the values of a page with the default navigation bar',
    ],
  ]),
  ...area('files', [
    [
      'FileSystemManager: open, close, read, write, fstat, ftruncate, readCompressedFile, readZipEntry, unzip',
      'typings 16820; FileSystemManager',
      'a call throws an error that says so',
    ],
    [
      'FileSystemManager reads files and lists folders of the mini-program’s own package',
      'page framework/ability/file-system.html',
      'the headless stage reads the files; the preview cannot, and reports this once; on both stages folders count as missing',
    ],
    [
      'Temporary files of up to 2 GB may outlive the process',
      'page framework/ability/file-system.html',
      'the page does not guarantee it; here they never do',
    ],
    [
      'In DevTools paths begin with http:// instead of wxfile://',
      'page framework/ability/file-system.html',
      'the page says that code must not depend on the prefix',
    ],
  ]),
  ...area('ui', [
    [
      'A toast without an icon shows two lines at most',
      'typings 12291; wx.showToast',
      'counting lines needs a layout',
    ],
    [
      'On Android below 6.7.2 a tap beside a modal closes it',
      'typings 31693; wx.showModal',
      'use cancel() of the modal',
    ],
  ]),
];
