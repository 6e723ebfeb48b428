/** Style isolation follows the options with which a component is registered, however its script is written. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { openPhone } from '../support/phone-page';
import type { Running } from '../support/preview';
import { startSite } from '../support/preview-site';
import { writeFiles } from '../support/write-files';

jest.setTimeout(180_000);

const COMPONENTS: Readonly<Record<string, readonly [json: object, script: string]>> = {
  isolated: [{}, 'Component({})'],
  global: [{}, 'Component({ options: { addGlobalClass: true } })'],
  minified: [{}, 'const o={};o.options={addGlobalClass:!0};Component(o)'],
  comment: [{}, '// addGlobalClass: true\nComponent({})'],
  apply: [{}, 'Component({ options: { styleIsolation: "apply" + "-shared" } })'],
  json: [{ styleIsolation: 'apply-shared' }, 'Component({})'],
  'json-first': [{ styleIsolation: 'isolated' }, 'Component({ options: { addGlobalClass: true } })'],
  elsewhere: [{}, "Component(require('../options'))"],
  shared: [{}, 'Component({ options: { styleIsolation: "shared" } })'],
};

function program(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'preview-isolation-'));
  const names = Object.keys(COMPONENTS);
  const files: Record<string, string> = {
    'app.json': '{"pages":["pages/one/one"]}',
    'app.js': 'App({})',
    'app.wxss': '.red { color: rgb(255, 0, 0); }',
    'options.js': "module.exports = { options: { styleIsolation: 'apply-shared' } }",
    'pages/one/one.json': JSON.stringify({
      usingComponents: Object.fromEntries(names.map((name) => [name, `/c/${name}`])),
    }),
    'pages/one/one.js': 'Page({})',
    'pages/one/one.wxml': `${names.map((name) => `<${name}/>`).join('')}<view id="outside" class="own">x</view>`,
  };
  for (const [name, [json, script]] of Object.entries(COMPONENTS)) {
    files[`c/${name}.json`] = JSON.stringify({ component: true, ...json });
    files[`c/${name}.js`] = script;
    files[`c/${name}.wxml`] = `<view id="${name}" class="red own">${name}</view>`;
    files[`c/${name}.wxss`] = name === 'shared' ? '.own { margin-top: 7px; }' : '.own { margin-left: 3px; }';
  }
  writeFiles(root, files);
  return root;
}

describeInBrowser('isolation of styles', () => {
  const root = program();
  let server: Running;
  let browser: Browser;

  beforeAll(async () => {
    server = await startSite(root);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(root, { recursive: true });
  });

  test('follows the options of the registered component', async () => {
    const phone = await openPhone(await browser.newContext(), `${server.url}phone.html`);
    const styles = await phone.page.evaluate(
      (names) => {
        const of = (name: string) => getComputedStyle(document.getElementById(name) as HTMLElement);
        return Object.fromEntries(
          names.map((name) => {
            const { color, marginLeft, marginTop } = of(name);
            return [name, [color === 'rgb(255, 0, 0)' ? 'red' : 'plain', marginLeft, marginTop].join(' ')];
          }),
        );
      },
      [...Object.keys(COMPONENTS), 'outside'],
    );
    expect(styles).toEqual({
      isolated: 'plain 3px 0px',
      comment: 'plain 3px 0px',
      'json-first': 'plain 3px 0px',
      global: 'red 3px 7px',
      minified: 'red 3px 7px',
      apply: 'red 3px 7px',
      json: 'red 3px 7px',
      elsewhere: 'red 3px 7px',
      shared: 'red 0px 7px',
      outside: 'plain 0px 7px',
    });
    expect(phone.errors).toEqual([]);
    await phone.close();
  });
});
