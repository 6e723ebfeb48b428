/** A JavaScript test has no types: wrong arguments end in an error that says what is expected. */
import { createPhone } from '../../simulator';
import { createHeadless } from '../../simulator/headless';
import { pageFiles } from '../support/program-folder';
import { stageOf, writeApp } from './support/app';

const wechat = {};
const fetch = async () => new Response();

test.each([
  ['wechat must be a WeChat server: createWechat(…), not undefined.', undefined],
  ['wechat must be a WeChat server: createWechat(…), not null.', { wechat: null }],
  ['fetch must be a function such as globalThis.fetch, not undefined.', { wechat }],
  ['era must be one of legacy, button, profile, fill, not "now".', { wechat, fetch, era: 'now' }],
  ['sdkVersion must be a version such as "3.16.2", not 3.', { wechat, fetch, sdkVersion: 3 }],
])('createPhone: %s', (message, options) => {
  expect(() => createPhone(options as never)).toThrow(`createPhone: ${message}`);
});

test.each([
  ['root must be the folder of a mini-program, not undefined.', undefined],
  ['root must be the folder of a mini-program, not "".', { root: '' }],
  ['phone must be a result of createPhone(), not Object.', { root: 'miniprogram', phone: {} }],
])('createHeadless: %s', (message, options) => {
  expect(() => createHeadless(options as never)).toThrow(`createHeadless: ${message}`);
});

test('a target, a text and the name of an attribute', async () => {
  const root = writeApp({
    'app.json': '{"pages":["pages/one/one"]}',
    ...pageFiles('one', { wxml: '<input class="a"/>' }),
  });
  const { stage } = stageOf(root);
  const page = await stage.open('pages/one/one');
  for (const target of [undefined, null, 5, '', {}, { text: 5 }] as never[]) {
    expect(() => page.find(target)).toThrow(
      /^A target must be a selector such as "\.name", or \{ text: "…" \}, not /,
    );
    await expect(page.tap(target)).rejects.toThrow(/^A target must be a selector/);
  }
  await expect(page.input('.a', undefined as never)).rejects.toThrow(
    'input: the text must be a string, not undefined.',
  );
  await expect(page.confirm('.a', 5 as never)).rejects.toThrow('confirm: the text must be a string, not 5.');
  expect(() => page.has(/a/ as never)).toThrow('has: the text must be a string, not RegExp.');
  expect(() => page.find('.a').attribute(null as never)).toThrow(
    'attribute: the name must be a string, not null.',
  );
});
