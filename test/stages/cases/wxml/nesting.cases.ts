/** Templates and files that use each other: circles, exponential growth, and the limits of nodes. */
import type { Case } from '../../support/case';

const FILE = 'pages/page/page.wxml';
const refused = (
  title: string,
  files: Readonly<Record<string, string>>,
  refuses: { file?: string; line: number; column: number; message: string },
): Case => ({ title, source: 'wcc', files, refuses: { file: FILE, ...refuses } });

/** `count` templates, each of which renders the next one `times` times. */
const templates = (count: number, inside: string, times = 2): string =>
  `${Array.from(
    { length: count },
    (_, at) => `<template name="t${at}">${`<template is="t${at + 1}"/>`.repeat(times)}</template>\n`,
  ).join('')}<template name="t${count}">${inside}</template>\n<template is="t0"/>`;

/** `count` files, each of which includes the next one `times` times. */
const includes = (count: number, inside: string, times = 2): Record<string, string> => ({
  'page.wxml': '<include src="/parts/f0"/>',
  ...Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `parts/f${at}.wxml`,
      `<include src="f${at + 1}"/>`.repeat(times),
    ]),
  ),
  [`parts/f${count}.wxml`]: inside,
});

/** Renders the template after a tap. */
const hidden = (wxml: string): string =>
  `<button bind:tap="show">b</button>${wxml.replace(/<template is="t0"\/>$/, '<template wx:if="{{on}}" is="t0"/>')}`;
const PAGE = 'Page({ data: { on: false }, show() { this.setData({ on: true }); } })';

const STOPS = 'WeChat stops there without an error';

export default {
  'includes-itself': refused(
    'a file that includes itself is refused',
    { 'page.wxml': '<view>\n  <include src="page"/></view>' },
    {
      line: 2,
      column: 3,
      message: `these files include each other: ${FILE} → ${FILE}. ${STOPS}`,
    },
  ),
  'include-circle': refused(
    'a circle of included files is refused, and the circle is shown',
    {
      'page.wxml': '<include src="/parts/a"/>',
      'parts/a.wxml': 'a<include src="b.wxml"/>',
      'parts/b.wxml': '\n<view wx:if="{{x}}"><include src="./a"/></view>',
    },
    {
      file: 'parts/b.wxml',
      line: 2,
      column: 21,
      message: `these files include each other: parts/a.wxml → parts/b.wxml → parts/a.wxml. ${STOPS}`,
    },
  ),
  'template-circle': refused(
    'a circle of templates is refused and shown, also through imported files',
    {
      'page.wxml': '<import src="/parts/b"/>\n<template name="t"><template is="u"/></template>',
      'parts/b.wxml':
        '<import src="/pages/page/page"/><template name="u"><view>\n<template is="t"/></view></template>',
    },
    {
      file: 'parts/b.wxml',
      line: 2,
      column: 1,
      message: `these templates use each other: template "t" of ${FILE} → template "u" of parts/b.wxml → template "t" of ${FILE}. ${STOPS}`,
    },
  ),
  'mixed-circle': refused(
    'a circle of a template and a file is refused and shown',
    {
      'page.wxml': '<template name="t"><include src="/parts/b"/></template><template is="t"/>',
      'parts/b.wxml': '<import src="/pages/page/page"/><template is="t"/>',
    },
    {
      file: 'parts/b.wxml',
      line: 1,
      column: 33,
      message: `these templates and files include each other: template "t" of ${FILE} → parts/b.wxml → template "t" of ${FILE}. ${STOPS}`,
    },
  ),
  'import-circle': {
    title: 'files may import each other, because an import renders nothing',
    source: 'wcc',
    files: {
      'page.wxml': '<import src="/parts/b"/><template name="t">t</template><template is="u"/>',
      'parts/b.wxml': '<import src="/pages/page/page"/><template name="u">u<template is="t"/></template>',
    },
    opened: { text: 'ut' },
  },
  'template-by-data': {
    title: 'a template that uses itself through a name in the data is stopped, and the circle is reported',
    source: 'wcc',
    files: {
      'page.wxml':
        '<template name="t">t<template is="{{n}}" data="{{n: m, m: n}}"/></template><template name="u">u<template is="{{n}}" data="{{n, m}}"/></template><template is="t" data="{{n, m}}"/>',
      'page.js': "Page({ data: { n: 'u', m: 't' } })",
    },
    opened: { text: 'tu', reports: [`these templates use each other: "t" → "u" → "t". ${STOPS}`] },
  },
  'doubling-templates': {
    title: "templates that each use the next one twice end at WeChat's limit of elements",
    source: 'wcc',
    files: {
      'page.wxml': hidden(templates(10, '<view/>'.repeat(500))),
      'page.js': PAGE,
    },
    steps: [{ tap: 'button', errors: [`${FILE} draws 16000 elements or more`] }],
  },
  'doubling-templates-of-text': {
    title: 'the same with only a text in the last template ends at the limit of texts',
    source: 'choice',
    files: {
      'page.wxml': hidden(templates(30, 'x')),
      'page.js': PAGE,
    },
    steps: [
      { tap: 'button', errors: [`${FILE} draws more than 100000 texts, templates and items of lists`] },
    ],
  },
  'doubling-templates-that-are-few': {
    title: 'a short chain of templates that each use the next one twice is rendered',
    source: 'wcc',
    files: { 'page.wxml': templates(4, 'x') },
    opened: { text: 'x'.repeat(16) },
  },
  'doubling-templates-in-branches': {
    title: 'a long chain of such templates is allowed if the data renders none of them',
    source: 'wcc',
    files: {
      'page.wxml': `${templates(30, 'x').replaceAll('<template is', '<template wx:if="{{on}}" is')}y`,
    },
    opened: { text: 'y' },
  },
  'doubling-includes': refused(
    'a long chain of files that each include the next one twice is refused at the file that exceeds the limit',
    includes(30, 'x'),
    {
      file: 'parts/f17.wxml',
      line: 1,
      column: 21,
      message:
        'together with its included files, this file has more than 20000 nodes: move parts of it into components',
    },
  ),
  'doubling-includes-that-are-few': {
    title: 'a short chain of files that each include the next one twice is rendered',
    source: 'wcc',
    files: includes(4, 'x'),
    opened: { text: 'x'.repeat(16) },
  },
  'deep-includes': refused(
    'the levels of included files are added to those of the including file',
    {
      'page.wxml': `${'<view>'.repeat(100)}\n<include src="/parts/b"/>${'</view>'.repeat(100)}`,
      'parts/b.wxml': `${'<view>'.repeat(29)}x${'</view>'.repeat(29)}`,
    },
    {
      line: 2,
      column: 1,
      message: 'together with its included files, this file has more than 128 levels of tags',
    },
  ),
  'deep-includes-that-fit': {
    title: '128 levels are allowed, including those of an included file',
    source: 'choice',
    files: {
      'page.wxml': `${'<view>'.repeat(100)}<include src="/parts/b"/>${'</view>'.repeat(100)}`,
      'parts/b.wxml': `${'<view>'.repeat(28)}x${'</view>'.repeat(28)}`,
    },
    opened: { text: 'x' },
  },
  'long-chain': refused(
    'a chain of thousands of templates is refused, even if it renders only one text',
    { 'page.wxml': templates(5000, 'x', 1) },
    {
      line: 4872,
      column: 24,
      message: 'more than 128 levels of nested templates and included files',
    },
  ),
  'list-by-a-huge-number': {
    title: 'a huge number in wx:for ends at the limit',
    source: 'choice',
    files: {
      'page.wxml': '<view bind:tap="grow">x<block wx:for="{{n}}">y</block></view>',
      'page.js': 'Page({ data: { n: 0 }, grow() { this.setData({ n: 1e9 }); } })',
    },
    steps: [{ tap: 'view', errors: [`${FILE} draws more than 100000 texts, templates and items of lists`] }],
  },
} satisfies Record<string, Case>;
