/** JSON with unusable values: both stages report the same error with file and field. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programCompiler } from '../../preview/vite/program/compile';
import { openProject } from '../../simulator/headless/project';
import { writeFiles } from '../support/write-files';

const APP = { 'app.json': '{"pages": ["p/p"]}', 'app.js': 'App({})', 'p/p.js': 'Page({})', 'p/p.wxml': 'x' };

/** The first error of each stage. */
async function messagesOf(
  files: Readonly<Record<string, string>>,
): Promise<{ headless: string; preview: string }> {
  const root = mkdtempSync(join(tmpdir(), 'json-'));
  try {
    writeFiles(root, { ...APP, ...files });
    const { problems } = await programCompiler({ root, dev: true })();
    const error = problems.find(({ severity }) => severity === 'error');
    const place = error?.line ? `:${error.line}:${error.column}` : '';
    let headless = '';
    try {
      const project = openProject(root);
      const { usingComponents = {} } = project.configOf(join(root, 'p/p'));
      for (const value of Object.values(usingComponents)) project.resolveComponent(value, join(root, 'p/p'));
    } catch (caught) {
      headless = (caught as Error).message;
    }
    return { headless, preview: error === undefined ? '' : `${error.file}${place}: ${error.message}` };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test.each([
  ['app.json', '{"pages": ["p/p", null]}', 'app.json: pages[1] must be the path of a page, not null'],
  ['app.json', '{"pages": "p/p"}', 'app.json: pages must be a list, not "p/p"'],
  [
    'app.json',
    '{"pages": ["./p/p"]}',
    'app.json: pages[0] must be a path from the root such as "pages/a/a", not "./p/p"',
  ],
  [
    'app.json',
    '{"pages": ["p/p", "../outside"]}',
    'app.json: pages[1] must be a path from the root such as "pages/a/a", not "../outside"',
  ],
  ['app.json', '{"pages": ["p/p"], "window": null}', 'app.json: window must be an object, not null'],
  [
    'app.json',
    '{"pages": ["p/p"], "tabBar": {"list": [{"pagePath": 5}]}}',
    'app.json: tabBar.list[0].pagePath must be a text, not 5',
  ],
  [
    'app.json',
    '{"pages": ["p/p"], "subPackages": [{"root": null, "pages": []}]}',
    'app.json: subPackages[0].root must be a text, not null',
  ],
  ['app.json', '{"pages": ["p/p"], "themeLocation": "none.json"}', 'none.json: this file does not exist'],
  ['app.json', 'null', 'app.json:1:1: must be a JSON object, not null'],
  ['app.json', '{}', 'app.json: "pages" lists no page'],
  ['app.json', '{"pages": [], "usingComponents": {"x": "no-package"}}', 'app.json: "pages" lists no page'],
  ['p/p.json', '{"usingComponents": null}', 'p/p.json: usingComponents must be an object, not null'],
  [
    'app.json',
    '{"pages": ["p/p", "p/a?b"]}',
    'app.json: pages[1] must be a path from the root such as "pages/a/a", not "p/a?b"',
  ],
  [
    'p/p.json',
    '{"usingComponents": {"a": "./a?b"}}',
    'p/p.json: usingComponents["a"] must be a path without ?, not "./a?b"',
  ],
  ['p/p.json', '{"usingComponents": {"a": null}}', 'p/p.json: usingComponents["a"] must be a text, not null'],
  [
    'p/p.json',
    '{"componentGenerics": {"a": 5}}',
    'p/p.json: componentGenerics["a"] must be an object, not 5',
  ],
  [
    'p/p.json',
    `{"a":\n${'['.repeat(100)}${']'.repeat(100)}}`,
    'p/p.json:2:100: more than 100 levels of lists and objects',
  ],
  ['p/p.json', `{"a": ${JSON.stringify('[{'.repeat(99))}}`, ''],
  ['p/p.json', '[]', 'p/p.json:1:1: must be a JSON object, not []'],
])('%s %s', async (file, text, message) => {
  expect(await messagesOf({ [file]: text })).toEqual({ headless: message, preview: message });
});

test.each([
  ['{\n  "a": ,\n}', '2:8'],
  ['{\n  "a": 1,\n}', '3:1'],
  ['{\r\n  "a": [1 2]\r\n}', '2:11'],
  ['{"a": "x\ny"}', '1:7'],
  ['{"a": 1}\n// x', '2:1'],
  ['{"a": 01}', '1:8'],
  ["{'a': 1}", '1:2'],
  ['{"a": {"b": [}', '1:14'],
  ['\n{', '2:2'],
  ['', '1:1'],
  ['{"a": "\\x"}', '1:7'],
  ['['.repeat(50_000), '1:50001'],
])('invalid JSON is reported with its position: %j', async (text, place) => {
  const { headless, preview } = await messagesOf({ 'p/p.json': text });
  expect(headless).toContain(`p/p.json:${place}: not JSON: `);
  expect(preview).toBe(headless);
});

test.each([
  ['{"main": 5}', 'node_modules/x/package.json: main must be a text, not 5'],
  ['{"miniprogram": null}', 'node_modules/x/package.json: miniprogram must be a text, not null'],
  ['null', 'package.json:1:1: must be a JSON object, not null'],
  ['{', 'package.json:1:2: not JSON'],
])('the package.json of a package: %s', async (text, message) => {
  const { headless, preview } = await messagesOf({
    'p/p.json': '{"usingComponents": {"a": "x/y"}}',
    'node_modules/x/package.json': text,
  });
  for (const one of [headless, preview]) {
    expect(one).toContain('node_modules/x/package.json');
    expect(one).toContain(message);
  }
});

test('an invalid project.config.json does not stop the preview', async () => {
  for (const text of ['null', '5', '{"miniprogramRoot": 5}', '{"setting": null}'])
    expect(await messagesOf({ 'project.config.json': text })).toEqual({ headless: '', preview: '' });
});
