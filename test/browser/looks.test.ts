/** Style sheets on the phone: lengths in rpx on every device, and local files that WeChat does not load. */
import type { Browser, BrowserContext } from 'playwright-core';
import { devices } from '../../preview/devices';
import { rpxToPx } from '../../preview/vite/program/wxss/rpx';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { openPhone, type PhonePage } from '../support/phone-page';
import { buildPreviewInto, printed, type Running, serveStatic, startPreview } from '../support/preview';
import { type ProgramFolder, pageFiles, programFolder } from '../support/program-folder';

jest.setTimeout(180_000);

const DOT = 'url(../../images/dot.png)';

const files = {
  'app.json': '{"pages":["pages/rpx/rpx","pages/local/local"]}',
  ...pageFiles('rpx', {
    wxml: `<view class="control"/><view class="variable"/><view class="name"/><view class="neg"/><view class="upper"/>
<view class="calc"/><view class="hair"/><view class="none"/><view class="wide"/><view class="media"/>
<view class="inline" style="width:{{width}}rpx"/><rich-text nodes="<p style='width:33rpx'>x</p>"/>`,
    wxss: `view { height: 10px }
.control { width: 33rpx }
.variable { --gap: 1rpx; width: calc(var(--gap) * 32) }
.name { --1rpx: 40px; width: 7px; width: var(--1rpx) }
.neg { margin-left: -15rpx }
.upper { width: 100RPX }
.calc { width: calc(100% - 21rpx) }
.hair { height: 1rpx }
.none { padding-left: 0rpx }
.wide { width: 750rpx }
@media (min-width: 1rpx) { .media { width: 3px } }`,
    js: 'Page({ data: { width: 33 } })',
  }),
  ...pageFiles('local', {
    wxml: `<view id="sheet" class="bg"/><view id="inline" style="background-image:url('/images/dot.png');width:20px"/>
<view id="far" class="far"/>`,
    wxss: `.bg { background-image: url('../../images/dot.png'); width: 20px }
.far { background-image: url("data:image/gif;base64,R0lGODlhAQABAAAAACw="), url(https://example.com/a.png) }
@font-face { font-family: near; src: url(/fonts/near.ttf) }`,
  }),
  'images/dot.png': 'no picture',
};

/** Measured lengths of the page, px. */
const measure = (phone: PhonePage) =>
  phone.page.evaluate(() => {
    const style = (selector: string) =>
      getComputedStyle(document.querySelector(`wx-page ${selector}`) as Element);
    const px = (text: string) => Number.parseFloat(text);
    return {
      control: px(style('.control').width),
      variable: px(style('.variable').width),
      neg: px(style('.neg').marginLeft),
      calc: px(style('.calc').width),
      hair: px(style('.hair').height),
      none: px(style('.none').paddingLeft),
      wide: px(style('.wide').width),
      inline: px(style('.inline').width),
      rich: px(style('wx-rich-text p').width),
      // `RPX` is not converted and therefore invalid: the width is the page's.
      upper: px(style('.upper').width),
      media: px(style('.media').width),
      name: px(style('.name').width),
    };
  });

/** The lengths that WeChat's own code computes for a device, px. */
function expected(device: (typeof devices)[number]) {
  const px = (rpx: number) => rpxToPx(rpx, device);
  return {
    control: px(33),
    variable: px(1) * 32,
    neg: px(-15),
    calc: device.width - px(21),
    hair: px(1),
    none: 0,
    wide: device.width,
    inline: px(33),
    rich: px(33),
    upper: device.width,
    media: device.width,
    // `var(--1rpx)` becomes the name of another variable, which does not exist.
    name: device.width,
  };
}

describeInBrowser('styles', () => {
  let program: ProgramFolder;
  let server: Running;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    program = programFolder(files);
    server = await startPreview({ root: program.root });
    browser = await launchChromium();
    context = await browser.newContext({ deviceScaleFactor: 2 });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    program?.remove();
  });

  test('rpx is rounded like in WeChat on every device, also after a change of device', async () => {
    const phone = await openPhone(context, `${server.url}phone.html?device=375`);
    for (const device of devices) {
      await phone.page.setViewportSize({ width: device.width, height: device.height });
      await phone.page.evaluate((id) => window.previewPhone?.setDevice(id), device.id);
      await eventually(async () =>
        expect([device.id, await measure(phone)]).toEqual([device.id, expected(device)]),
      );
    }
    await phone.close();
    await printed(server, /rpx\.wxss:6:10 "RPX": WeChat accepts rpx in lower case only/);
  });

  test('rpx: in the static build', async () => {
    const out = programFolder({});
    await buildPreviewInto(out.root, program.root);
    const site = await serveStatic(out.root, '/');
    const device = devices.find(({ id }) => id === '390') as (typeof devices)[number];
    const phone = await openPhone(context, `${site.url}phone.html?device=390`, device);
    expect(await measure(phone)).toEqual(expected(device));
    await phone.close();
    await site.stop();
    out.remove();
  });

  test('a local picture is not shown; terminal and log report the reason', async () => {
    const phone = await openPhone(context, `${server.url}phone.html?page=pages/local/local`);
    const images = await phone.page.evaluate(() =>
      ['sheet', 'inline', 'far'].map(
        (id) => getComputedStyle(document.getElementById(id) as Element).backgroundImage,
      ),
    );
    expect(images[0]).toBe('url("about:invalid#do-not-use-local-path")');
    expect(images[1]).toBe('url("about:invalid#do-not-use-local-path")');
    expect(images[2]).toContain('url("data:image/gif');
    expect(images[2]).toContain('url("https://example.com/a.png")');
    const why = `${DOT.slice(0, -1)}) is not loaded: WeChat loads no file of the package from a style`;
    await printed(server, `local.wxss:1:7 ${why}`);
    const problems = await phone.problems();
    expect(problems).toContainEqual(expect.stringContaining(`pages/local/local.wxss:1:7 ${why}`));
    expect(problems).toContainEqual(
      expect.stringContaining('local.wxss:3:33 url(/fonts/near.ttf) is not loaded'),
    );
    expect(problems).toContainEqual(
      expect.stringMatching(/^style="…": url\(\/images\/dot\.png\) is not loaded/),
    );
    await phone.close();
  });
});
