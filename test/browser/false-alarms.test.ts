/** Correct code causes no report, neither in the sources nor at run time. */
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { openPhone } from '../support/phone-page';
import { type Running, startPreview } from '../support/preview';
import { type ProgramFolder, pageFiles, programFolder } from '../support/program-folder';

jest.setTimeout(180_000);

const files = {
  'app.json': '{"pages":["pages/a/a"]}',
  ...pageFiles('a', {
    wxml:
      '<view><part any="{{1}}" several="{{1}}" optional="text" none="{{null}}" observed="x"/></view>' +
      // WeChat accepts any value in wx:for: https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/list.html
      ['nothing', 'missing', 'yes', 'word', 'count']
        .map((list) => `<text wx:for="{{${list}}}" wx:key="*this">{{item}}</text>`)
        .join(''),
    js: 'Page({ data: { nothing: null, yes: true, word: "ab", count: 2 } })',
    wxss: '.a:nth-of-type(2n+1), .b:nth-child(odd) { color: red }\nbutton, view { color: red }',
    json: '{"usingComponents":{"part":"../../part/part"}}',
  }),
  'part/part.json': '{"component":true}',
  'part/part.wxml': '<view class="a" id="part">{{any}} {{several}} {{optional}} {{observed}}</view>',
  'part/part.wxss': '.a:nth-of-type(2n+1), .a:nth-child(odd), .a:not(view) { color: red }',
  'part/part.js': `Component({
    properties: {
      any: null,
      several: { type: String, optionalTypes: [Number, Boolean] },
      optional: { type: Number, optionalTypes: [String], value: 0 },
      none: { type: Object, optionalTypes: [null] },
      observed: { type: String, observer: 'notThere' },
    },
    observers: { 'any, several': 'notThereEither' },
  })`,
};

describeInBrowser('nothing is reported', () => {
  let program: ProgramFolder;
  let server: Running;
  let browser: Browser;

  beforeAll(async () => {
    program = programFolder(files);
    server = await startPreview({ root: program.root });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    program?.remove();
  });

  test('for valid selectors, types and observers', async () => {
    const phone = await openPhone(await browser.newContext(), `${server.url}phone.html`);
    expect(await phone.problems()).toEqual([]);
    expect(phone.errors).toEqual([]);
    expect(server.output()).toBe('');
    expect(await phone.page.locator('#part').textContent()).toBe('1 1 text x');
  });
});
