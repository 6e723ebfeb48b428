/** Generated mini-programs on both stages and in the build. `npm run soak:sources` generates more. */
import fc from 'fast-check';
import { program } from './generate';
import { brokenLaw, misplacedMistake } from './judge';
import { mutation } from './mutate';

jest.setTimeout(120_000);

test('60 generated mini-programs: no crash, no hang, no raw error, the same result on both stages', async () => {
  await fc.assert(
    fc.asyncProperty(program, async (files) => {
      expect(await brokenLaw(files)).toBeNull();
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('80 mistakes are each reported in their line', async () => {
  await fc.assert(
    fc.asyncProperty(mutation, async (one) => {
      expect(await misplacedMistake(one)).toBeNull();
    }),
    { seed: 1, numRuns: 80 },
  );
});

test.each<[string, Record<string, string>]>([
  ['an import of a file with another ending', { 'pages/a/a.wxml': '<import src="m.wxs"/>' }],
  ['an import of WXML in a style sheet', { 'pages/a/a.wxml': 'x', 'pages/a/a.wxss': '@import "a.wxml";' }],
  [
    'a byte-order mark in WXS',
    { 'pages/a/a.wxml': '<wxs module="m" src="m.wxs"/>', 'pages/a/m.wxs': '\ufeff' },
  ],
  ['a backslash in a path', { 'pages/a/a.wxml': '<import src="\\\\\\""/>' }],
  ['a byte-order mark in WXML', { 'pages/a/a.wxml': '\ufeff<view/>' }],
  [
    'a component beside the page, of the name of a package whose package.json is broken',
    {
      'pages/a/a.json': '{"usingComponents": {"x-a": "x"}}',
      'pages/a/a.wxml': '<x-a/>',
      'pages/a/x.js': 'Component({})',
      'pages/a/x.json': '{"component": true}',
      'pages/a/x.wxml': '<view/>',
      'node_modules/x/package.json': '{"miniprogram": null}',
    },
  ],
])('found by npm run soak:sources: %s', async (_, files) => {
  const whole = {
    'app.json': '{"pages": ["pages/a/a"]}',
    'app.js': 'App({})',
    'pages/a/a.js': 'Page({})',
    ...files,
  };
  expect(await brokenLaw(whole)).toBeNull();
});
