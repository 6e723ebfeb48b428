/**
 * The default style sheet of the built-ins. Sources: the tables of default values in the component reference
 * (developers.weixin.qq.com/miniprogram/dev/component/), WeUI for `"style": "v2"`, and copies of the style sheet of
 * WeChat's own page frame in public repositories.
 */
import type { Browser, BrowserContext } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { openPhone, type PhonePage } from '../support/phone-page';
import type { Running } from '../support/preview';
import { startSite } from '../support/preview-site';
import { type ProgramFolder, pageFiles, programFolder } from '../support/program-folder';

jest.setTimeout(180_000);

const GREY = 'rgb(128, 128, 128)';
const NONE = 'rgba(0, 0, 0, 0)';

/**
 * Tag and attributes → computed styles. `v2`: differences with `"style": "v2"`. `inside`: selector of an inner element.
 */
const table: readonly {
  wxml: string;
  inside?: string;
  styles: Readonly<Record<string, string>>;
  v2?: Readonly<Record<string, string>>;
}[] = [
  { wxml: '<view>x</view>', styles: { display: 'block', width: '375px', margin: '0px', padding: '0px' } },
  { wxml: '<text>x</text>', styles: { display: 'inline', 'white-space': 'pre-line' } },
  { wxml: '<label>x</label>', styles: { display: 'inline' } },
  {
    wxml: '<cover-view>x</cover-view>',
    styles: { display: 'block', 'white-space': 'nowrap', 'line-height': '19.2px' },
  },
  { wxml: '<form>x</form>', styles: { display: 'block', margin: '0px' } },
  {
    wxml: '<image/>',
    styles: { display: 'inline-block', width: '320px', height: '240px', overflow: 'hidden' },
  },
  { wxml: '<icon type="success"/>', styles: { display: 'inline-block', width: '23px', height: '23px' } },
  {
    wxml: '<navigator url="/pages/a/a">x</navigator>',
    styles: { display: 'block', 'text-decoration-line': 'none' },
  },
  { wxml: '<rich-text nodes="x"/>', styles: { display: 'block' } },
  { wxml: '<picker>x</picker>', styles: { display: 'block' } },
  { wxml: '<swiper/>', styles: { display: 'block', height: '150px', overflow: 'hidden' } },
  {
    wxml: '<swiper><swiper-item/></swiper>',
    inside: 'wx-swiper-item',
    styles: { display: 'block', overflow: 'hidden', width: '375px', height: '150px' },
  },
  {
    wxml: '<scroll-view/>',
    styles: { display: 'block', width: '375px', overflow: 'hidden', position: 'relative' },
  },
  { wxml: '<checkbox-group/>', styles: { display: 'block' } },
  { wxml: '<radio-group/>', styles: { display: 'block' } },
  {
    wxml: '<button>x</button>',
    styles: {
      display: 'block',
      'font-size': '18px',
      'line-height': '46px',
      'text-align': 'center',
      'border-radius': '5px',
      'background-color': 'rgb(248, 248, 248)',
      color: 'rgb(0, 0, 0)',
      width: '375px',
      padding: '0px 14px',
    },
    v2: {
      'font-size': '17px',
      'font-weight': '700',
      'line-height': '24px',
      width: '184px',
      padding: '8px 24px',
      'border-radius': '4px',
      color: 'rgb(6, 174, 86)',
      'background-color': 'rgb(242, 242, 242)',
    },
  },
  {
    wxml: '<button type="primary">x</button>',
    styles: { 'background-color': 'rgb(26, 173, 25)', color: 'rgb(255, 255, 255)' },
    v2: { 'background-color': 'rgb(7, 193, 96)' },
  },
  {
    wxml: '<button type="warn">x</button>',
    styles: { 'background-color': 'rgb(230, 67, 64)', color: 'rgb(255, 255, 255)' },
    v2: { 'background-color': 'rgb(242, 242, 242)', color: 'rgb(250, 81, 81)' },
  },
  {
    wxml: '<button plain>x</button>',
    styles: { 'background-color': NONE, 'border-color': 'rgb(53, 53, 53)' },
  },
  {
    wxml: '<button disabled>x</button>',
    styles: { 'background-color': 'rgb(247, 247, 247)', color: 'rgba(0, 0, 0, 0.3)' },
    v2: { color: 'rgba(0, 0, 0, 0.2)' },
  },
  {
    wxml: '<button size="mini">x</button>',
    styles: {
      display: 'inline-block',
      'font-size': '13px',
      'line-height': '29.9px',
      'padding-left': '17.42px',
    },
    v2: { 'font-size': '16px', 'line-height': '32px', 'padding-left': '12px' },
  },
  {
    wxml: '<input placeholder="x"/>',
    styles: { display: 'block', height: '22.3906px', 'min-height': '22.4px', 'font-size': '16px' },
  },
  { wxml: '<input placeholder="x" style="font-size:32px"/>', styles: { height: '22.3906px' } },
  {
    wxml: '<input placeholder="x"/>',
    inside: '.wx-placeholder',
    styles: { color: GREY, 'white-space': 'nowrap' },
  },
  { wxml: '<textarea placeholder="x"/>', styles: { display: 'block', width: '300px', height: '150px' } },
  { wxml: '<textarea placeholder="x"/>', inside: '.wx-placeholder', styles: { color: GREY } },
  { wxml: '<switch/>', styles: { display: 'inline-block' } },
  {
    wxml: '<switch/>',
    inside: '.wx-mark',
    styles: {
      width: '52px',
      height: '32px',
      'border-radius': '16px',
      'background-color': 'rgb(223, 223, 223)',
    },
  },
  {
    wxml: '<switch checked/>',
    inside: '.wx-mark',
    styles: { 'background-color': 'rgb(4, 190, 2)' },
    v2: { 'background-color': 'rgb(7, 193, 96)' },
  },
  { wxml: '<switch disabled/>', styles: { opacity: '0.7' } },
  {
    wxml: '<checkbox/>',
    inside: '.wx-mark',
    styles: {
      width: '24px',
      height: '24px',
      'margin-right': '5px',
      'border-radius': '3px',
      'border-color': 'rgb(209, 209, 209)',
      'background-color': 'rgb(255, 255, 255)',
    },
    v2: { 'border-radius': '50%' },
  },
  { wxml: '<checkbox disabled/>', inside: '.wx-mark', styles: { 'background-color': 'rgb(225, 225, 225)' } },
  {
    wxml: '<radio checked/>',
    inside: '.wx-mark',
    styles: { width: '24px', height: '24px', 'border-radius': '50%', 'background-color': 'rgb(9, 187, 7)' },
    v2: { 'background-color': 'rgb(7, 193, 96)' },
  },
  { wxml: '<slider show-value/>', styles: { margin: '10px 18px' } },
  {
    wxml: '<slider show-value/>',
    inside: '.wx-info',
    styles: { 'font-size': '14px', color: 'rgb(136, 136, 136)', 'margin-left': '14px' },
  },
  { wxml: '<progress percent="20" show-info/>', styles: { display: 'flex', 'align-items': 'center' } },
  {
    wxml: '<progress percent="20" show-info/>',
    inside: '.wx-track',
    styles: { height: '6px', 'background-color': 'rgb(235, 235, 235)' },
  },
  {
    wxml: '<progress percent="20" show-info/>',
    inside: '.wx-info',
    styles: { 'font-size': '16px', 'margin-left': '15px', 'min-width': '32px' },
  },
];

/** Rounds lengths to a thousandth of a px: the built style sheet has fewer digits than the source. */
const rounded = (styles: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(styles).map(([name, value]) => [
      name,
      value?.replace(/\d+\.\d+px/g, (length) => `${Number(Number.parseFloat(length).toFixed(3))}px`),
    ]),
  );

const page = table.map(({ wxml }, index) => `<view id="r${index}">${wxml}</view>`).join('\n');

describeInBrowser('default styles', () => {
  const programs: ProgramFolder[] = [];
  const servers: Running[] = [];
  let browser: Browser;
  let context: BrowserContext;
  const phones: Record<'v1' | 'v2', PhonePage | null> = { v1: null, v2: null };

  beforeAll(async () => {
    browser = await launchChromium();
    context = await browser.newContext();
    for (const [name, style] of [
      ['v1', ''],
      ['v2', '"style":"v2",'],
    ] as const) {
      const program = programFolder({
        'app.json': `{${style}"pages":["pages/a/a","pages/s/s"]}`,
        ...pageFiles('a', { wxml: page }),
        ...pageFiles('s', {
          wxml: `<view id="above"><view id="go" bindtap="go">go</view></view><view class="row"><scroll-view id="box" scroll-y scroll-into-view="{{into}}">
  <view class="tall"/><view id="there" class="tall"/><view class="tall"/></scroll-view></view><view class="tall" id="below"/>`,
          wxss: '.row { display: flex; width: 200px } .tall, #above { height: 900px } #box { height: 300px }',
          js: "Page({ data: { into: '' }, go() { this.setData({ into: 'there' }) } })",
        }),
      });
      programs.push(program);
      const server = await startSite(program.root);
      servers.push(server);
      phones[name] = await openPhone(context, `${server.url}phone.html`);
    }
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.stop();
    for (const program of programs) program.remove();
  });

  test.each(table.map((row, index) => ({ ...row, index })))(
    '$wxml $inside',
    async ({ index, inside, styles, v2 }) => {
      for (const [name, expected] of [
        ['v1', styles],
        ['v2', { ...styles, ...v2 }],
      ] as const) {
        const names = Object.keys(expected);
        const own = await phones[name]?.page.evaluate(
          ([selector, properties]) => {
            const element = document.querySelector(selector);
            const style = element && getComputedStyle(element);
            return Object.fromEntries(
              properties.map((property) => [property, style?.getPropertyValue(property)]),
            );
          },
          [inside ? `#r${index} ${inside}` : `#r${index} > *`, names] as const,
        );
        expect({ style: name, ...rounded(own ?? {}) }).toEqual({ style: name, ...rounded(expected) });
      }
    },
  );

  test('a scroll-view fills its width, and scroll-into-view scrolls only the scroll-view', async () => {
    const phone = await openPhone(context, `${servers[0]?.url}phone.html?page=pages/s/s`);
    const box = phone.page.locator('#box');
    expect(await box.evaluate((element) => element.getBoundingClientRect().width)).toBe(200);
    await phone.page.locator('#go').click();
    await phone.page.waitForFunction(() => document.querySelector('#box')?.scrollTop === 900);
    const page = await phone.page.locator('.wx-scroller').evaluate((element) => element.scrollTop);
    expect(page).toBe(0);
    await phone.close();
  });
});
