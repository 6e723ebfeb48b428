/** The error for a mistake names its place. */
import { openPage, stageOf, writeApp } from './support/app';

it('a folder without a mini-program', () => {
  expect(() => stageOf('test/headless')).toThrow(/test\/headless is not a mini-program: it has no app\.json/);
});

it('invalid app.json or page JSON', async () => {
  expect(() => stageOf(writeApp({ 'app.json': '{' }))).toThrow(/^app\.json:1:2: not JSON: /);
  expect(() => stageOf(writeApp({ 'app.json': '{}' }))).toThrow('app.json: "pages" lists no page');
  await expect(openPage('<view></view>', '', { json: '{,}' })).rejects.toThrow(
    /^pages\/one\/one\.json:\d+:\d+: not JSON: /,
  );
});

it('a missing page: lists the existing ones', async () => {
  const { stage } = stageOf('test/fixtures/apps/visitor');
  await expect(stage.open('pages/hom/home')).rejects.toThrow(
    'There is no page "pages/hom/home". app.json lists:\n  pages/home/home\n  pages/about/about',
  );
});

it('missing files', async () => {
  const pages = { 'app.json': JSON.stringify({ pages: ['pages/a/a'] }) };
  const noScript = stageOf(writeApp({ ...pages, 'pages/a/a.wxml': '<view></view>' }));
  await expect(noScript.stage.open('pages/a/a')).rejects.toThrow('pages/a/a.ts (or .js) does not exist.');
  const noTemplate = stageOf(writeApp({ ...pages, 'pages/a/a.js': 'Page({})' }));
  await expect(noTemplate.stage.open('pages/a/a')).rejects.toThrow('pages/a/a.wxml does not exist.');
  await expect(
    openPage('<x></x>', '', { json: '{"usingComponents":{"x":"/components/x"}}' }),
  ).rejects.toThrow('pages/one/one.json: usingComponents names <x>, but components/x does not exist.');
  await expect(openPage('<x></x>', '', { json: '{"usingComponents":{"x":"some-ui/x/x"}}' })).rejects.toThrow(
    'pages/one/one.json: usingComponents names <x>, but "some-ui/x/x" is not found. If it comes from an npm package, install that.',
  );
});

it('a missing component of app.json: the error names app.json', async () => {
  const root = writeApp({
    'app.json': '{"pages":["pages/a/a"],"usingComponents":{"x":"/components/none"}}',
    'pages/a/a.wxml': '<x></x>',
    'pages/a/a.js': 'Page({})',
  });
  await expect(stageOf(root).stage.open('pages/a/a')).rejects.toThrow(
    'app.json: usingComponents names <x>, but components/none does not exist.',
  );
});

it('scripts without a declaration', async () => {
  const root = writeApp({ 'pages/a/a.wxml': '<view></view>', 'pages/a/a.js': '' });
  await expect(stageOf(root).stage.open('pages/a/a')).rejects.toThrow(
    'pages/a/a.js calls neither Page() nor Component().',
  );
  const noApp = writeApp({ 'app.js': '', 'pages/a/a.wxml': '<view></view>', 'pages/a/a.js': 'Page({})' });
  await expect(stageOf(noApp).stage.launch()).rejects.toThrow('app.js does not call App().');
});

it('an invalid behavior', async () => {
  await expect(openPage('<view></view>', 'behaviors: [{}]')).rejects.toThrow(
    'pages/one/one: behaviors[0] must be a value that Behavior() returned, not some Object',
  );
});

describe('WXML: file, line, column and reason', () => {
  it.each([
    ['<view>\n  <text>x</view>', 'pages/one/one.wxml:2:10: </view> does not close <text>'],
    ['<view>\n\n', 'pages/one/one.wxml:1:1: <view> is never closed'],
    ['</view>', 'pages/one/one.wxml:1:1: </view> closes nothing'],
    ['<view class=></view>', 'pages/one/one.wxml:1:13: the value of class needs quotes'],
    ['<view>{{ a + }}</view>', 'pages/one/one.wxml:1:7: {{ a + }} ends too early'],
    ['<view>{{ a b }}</view>', 'pages/one/one.wxml:1:7: {{ a b }} has an unexpected "b"'],
    ['<view hidden="{{ a # }}"></view>', 'pages/one/one.wxml:1:15: {{ a # }} has an unexpected "#"'],
    [
      '<view>\n  {{a?.b}}</view>',
      "pages/one/one.wxml:2:3: {{a?.b}}: WeChat's compiler, which phones use, refuses ?.; write a.b, where a missing object reads as undefined",
    ],
    ['<view a="{{(a || b).c}}"/>', 'refuses . after a bracket'],
    [
      '<view wx:if="{{a}}"/><view wx:else wx:for="{{b}}"/>',
      'pages/one/one.wxml:1:22: <view> has wx:else and wx:for',
    ],
    ['<view>1 < 2</view>', 'pages/one/one.wxml:1:9: a < that does not start a tag'],
    [
      '<view wx:else></view>',
      'pages/one/one.wxml:1:1: <view> has wx:elif or wx:else, but no wx:if stands before it',
    ],
    ['<view><!-- </view>', 'pages/one/one.wxml:1:11: the comment is never closed'],
    ['<view', 'pages/one/one.wxml:1:1: <view> is not finished: its > is missing'],
    [
      '<import src="./none.wxml"/><template is="x"/>',
      'pages/one/one.wxml:1:1: pages/one/none.wxml does not exist.',
    ],
    ['<wxs>1</wxs>', 'pages/one/one.wxml:1:1: <wxs> needs a module name'],
  ])('%p', async (wxml, message) => {
    await expect(openPage(wxml)).rejects.toThrow(message);
  });

  it('in an included file: the error names that file', async () => {
    const files = { 'parts/head.wxml': '<view>' };
    await expect(openPage('<include src="/parts/head.wxml"/>', '', { files })).rejects.toThrow(
      'parts/head.wxml:1:1: <view> is never closed',
    );
  });

  it('a repeated attribute is reported: WeChat accepts it, the last one counts', async () => {
    const { page, reports } = await openPage('<view\n  class="a" class="b"></view>');
    expect(reports).toEqual([
      expect.stringContaining(
        'pages/one/one.wxml:2:13: <view> has the attribute class twice; the last counts',
      ),
    ]);
    expect(page.snapshot()).toBe('<view class="b" />');
  });

  it.each([
    ['<view class=b/>', '1:13: the value of class in <view> should have quotes'],
    ['<text>{{s.trim()}}</text>', '1:7: the call in {{s.trim()}} returns nothing: "s" is not a <wxs> module'],
    ['<template is="none"/>', '1:1: there is no template "none": nothing is drawn'],
    ['<template is="{{s}}"/>', '1:1: there is no template "b": nothing is drawn'],
    ['<view capture-bindtap="x"/>', '1:7: capture-bindtap registers no handler: write capture-bind:tap'],
    ['<view bindmy-event="x"/>', '1:7: bindmy-event handles the event "myEvent": write bind:my-event'],
    [
      '<template name="b"><template is="{{n}}" data="{{n}}"/></template><template is="b" data="{{n: s}}"/>',
      '1:20: these templates use each other: "b" → "b"',
    ],
    ['<view wx:for="{{[1]}}" wx:key="{{item}}"/>', '1:24: wx:key="{{item}}" is not a property name'],
  ])('%s: accepted, and reported', async (wxml, message) => {
    const { reports } = await openPage(wxml, "data: { s: 'b' }");
    expect(reports).toEqual([expect.stringContaining(`pages/one/one.wxml:${message}`)]);
  });

  it('an unknown tag is reported once and rendered as a view', async () => {
    const { page, reports } = await openPage('<marquee><text>x</text></marquee><marquee></marquee>');
    expect(reports).toEqual([
      'pages/one/one.wxml: <marquee> is neither built in nor in the usingComponents of pages/one/one.json; it is treated as <view>.',
    ]);
    expect(page.snapshot()).toBe('<view>\n  <text>x</text>\n</view>\n<view />');
  });
});

describe('a missing target', () => {
  it('lists what the page shows', async () => {
    const { page } = await openPage(
      '<view class="list"><button class="go" open-type="share">去</button></view><view class="secret" hidden>x</view>',
    );
    const message = [
      'pages/one/one: nothing matches ".missing".',
      'The page shows:',
      '  <view class="list"> "去"',
      '  <button class="go" open-type="share"> "去"',
    ].join('\n');
    expect(() => page.find('.missing')).toThrow(message);
    await expect(page.tap('.missing')).rejects.toThrow(message);
    await expect(page.tap({ text: '来' })).rejects.toThrow('nothing matches the text "来"');
  });

  it('reports an empty page, an ambiguous text, and an invalid selector', async () => {
    const empty = await openPage('<block></block>');
    expect(() => empty.page.find('.x')).toThrow('The page shows nothing.');
    const twins = await openPage('<button class="a">去</button><button class="b">去</button>');
    await expect(twins.page.tap({ text: '去' })).rejects.toThrow(
      'several elements show this text:\n  <button class="a"> "去"\n  <button class="b"> "去"\nUse a selector, or `nth`: { text: …, nth: 1 } is the second one.',
    );
    expect(() => twins.page.find('..')).toThrow('".." is not a valid selector');
  });
});

it('a missing handler is reported once, and the page continues', async () => {
  const { page, reports } = await openPage('<button bindtap="onNowhere">去</button>');
  await page.tap('button');
  await page.tap('button');
  expect(reports).toEqual([
    'Component "pages/one/one" does not have a method "onNowhere" to handle event "tap".',
  ]);
});

describe('an exception of the mini-program is thrown by the action that caused it', () => {
  const broken = "throw new Error('broken on purpose')";

  it.each([
    ['a tap', `go() { ${broken} }`, 'broken on purpose\n    in the handler of tap'],
    ['a callback', `go() { wx.login({ success() { ${broken} } }) }`, 'in The success callback of wx.login'],
    [
      'a setData callback',
      `go() { wx.nextTick(() => 0); this.setData({ a: 1 }); ${broken} }`,
      'broken on purpose',
    ],
  ])('%s', async (_name, handler, message) => {
    const { page, stage } = await openPage('<button bindtap="go">去</button>', handler);
    await expect(page.tap('button')).rejects.toThrow(message);
    await stage.settle();
  });

  it.each(['onLoad', 'onShow', 'onReady'])('%s of a page', async (method) => {
    await expect(openPage('<view></view>', `${method}() { ${broken} }`)).rejects.toThrow(
      `broken on purpose\n    in ${method} of pages/one/one`,
    );
  });

  it("onLaunch of the app; the page's script; a component", async () => {
    const app = { 'app.js': `App({ onLaunch() { ${broken} } })` };
    await expect(openPage('<view></view>', '', { files: app })).rejects.toThrow('in App.onLaunch');
    const top = { 'pages/one/one.js': broken };
    await expect(openPage('<view></view>', '', { files: top })).rejects.toThrow('broken on purpose');
    const component = {
      'c/c.json': '{"component":true}',
      'c/c.wxml': '<view></view>',
      'c/c.js': `Component({ lifetimes: { attached() { ${broken} } } })`,
    };
    await expect(
      openPage('<c></c>', '', { files: component, json: '{"usingComponents":{"c":"/c/c"}}' }),
    ).rejects.toThrow('broken on purpose');
  });

  it('navigation to a broken page, even if the mini-program handles the failure', async () => {
    const { page } = await openPage(
      '<button bindtap="go">去</button>',
      "go() { wx.navigateTo({ url: '/pages/two/two', fail() {} }) }",
      {
        files: { 'pages/two/two.wxml': '<view>', 'pages/two/two.js': 'Page({})' },
      },
    );
    await expect(page.tap('button')).rejects.toThrow('pages/two/two.wxml:1:1: <view> is never closed');
  });

  it('several exceptions are thrown together', async () => {
    const { page } = await openPage(
      '<view bindtap="go"><button bindtap="go">去</button></view>',
      `go() { ${broken} }`,
    );
    await expect(page.tap('button')).rejects.toThrow(AggregateError);
  });
});
