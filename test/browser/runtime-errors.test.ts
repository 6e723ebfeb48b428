/**
 * Exceptions of a running mini-program are reported with file and line: in the phone, in its log and in the terminal.
 */
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { buildPreviewInto, printed, type Running, serveStatic, startPreview } from '../support/preview';
import { type ProgramFolder, pageFiles, programFolder } from '../support/program-folder';

jest.setTimeout(120_000);

const files: Record<string, string> = {
  'app.json': '{"pages":["pages/load/load","pages/handler/handler","pages/deep/deep","pages/lost/lost"]}',
  ...pageFiles('load', { js: "const a = 1;\n\nthrow new Error('at load');\nPage({ a })" }),
  ...pageFiles('handler', {
    wxml: '<view id="tap" bind:tap="tap">tap</view>',
    js: '',
  }),
  'pages/handler/handler.ts': `interface Later { never: { there: string } }

Page({
  data: {} as Later,
  tap(): string {
    return this.data.never.there;
  },
  async onLoad() {
    await Promise.resolve();
    throw new TypeError('after a while');
  },
})
`,
  ...pageFiles('deep', { js: "require('../../lib/used')\nPage({})" }),
  'lib/used.js': '// A comment.\nconst { b } = undefined;\nexports.b = b;\n',
  ...pageFiles('lost', { js: "\nconst name = './none';\nrequire(name);\nPage({})" }),
};
delete files['pages/handler/handler.js'];

const panel = async (page: Page, expected: string): Promise<string> => {
  await page.locator('.problem-panel', { hasText: expected }).waitFor();
  return page.locator('.problem-panel').innerText();
};

describeInBrowser('an error at run time', () => {
  let program: ProgramFolder;
  let server: Running;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    program = programFolder(files);
    server = await startPreview({ root: program.root });
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    program?.remove();
  });

  const open = async (route: string, url = server.url) => {
    await page.goto(`${url}phone.html?page=pages/${route}/${route}`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
  };
  const logged = (text: string) =>
    page.waitForFunction(
      (expected) =>
        window.previewPhone?.events.some((one) => one.kind === 'problem' && one.message.includes(expected)),
      text,
    );

  test.each([
    ['in the script of a page', 'load', 'pages/load/load.js:3:7', "> 3 | throw new Error('at load');"],
    ['in a module that it requires', 'deep', 'lib/used.js:2:9', '> 2 | const { b } = undefined;'],
    ['in the name of a module', 'lost', 'pages/lost/lost.js:3:1', '> 3 | require(name);'],
  ])('%s', async (_, route, place, line) => {
    await open(route);
    expect(await panel(page, place)).toContain(line);
    await logged(`(${place})`);
    await printed(server, `error: ${place} `);
  });

  test('in a handler and in a promise, in TypeScript', async () => {
    await open('handler');
    await logged('after a while (pages/handler/handler.ts:10:11)');
    await page.locator('#tap').click();
    await logged('(pages/handler/handler.ts:6:28)');
    await printed(server, 'error: pages/handler/handler.ts:6:28 ');
  });

  test('in a script that is not strict', async () => {
    // Open the page before the save: a page that loads at the same moment may get the old script.
    await open('load');
    program.write({
      'project.config.json': '{"setting":{"es6":false}}',
      'pages/load/load.js': "var a = 1;\n\nPage({ onShow: function () {\n  throw new Error('sloppy');\n} })",
    });
    await logged('sloppy (pages/load/load.js:4:9)');
  });

  test('in the static build the report names only the file', async () => {
    program.write({ 'project.config.json': '{}', 'pages/load/load.js': files['pages/load/load.js'] ?? '' });
    const out = programFolder({});
    await buildPreviewInto(out.root, program.root);
    const host = await serveStatic(out.root, '/');
    await open('deep', host.url);
    expect(await panel(page, 'lib/used.js')).toContain('undefined');
    await page.goto('about:blank');
    await host.stop();
    out.remove();
  });
});
