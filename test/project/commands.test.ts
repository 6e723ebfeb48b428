/** `miniprogram-phone`, as it is typed: what it says, what it writes, how it fails. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withValue } from '../../preview/cli/json-text';

jest.setTimeout(120_000);

const repository = path.resolve(__dirname, '../..');
const shop = path.join(repository, 'test/fixtures/shop');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), '小 店-'));
  cpSync(shop, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function type(...args: string[]): { code: number | null; said: string; complained: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'package/bin.ts', ...args],
    { cwd: repository, encoding: 'utf8', env: { ...process.env, NODE_ENV: undefined } },
  );
  return { code: status, said: stdout, complained: stderr };
}

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

test('--help lists the commands, and each lists its flags', () => {
  const { code, said } = type('--help');
  expect(code).toBe(0);
  for (const name of ['dev', 'build', 'scenes', 'init']) expect(said).toContain(`  ${name}`);
  const dev = type('dev', '--help');
  expect(dev.code).toBe(0);
  for (const flag of ['--root', '--port', '--host', '--open', '--help']) expect(dev.said).toContain(flag);
});

test.each([
  [['nothing'], /There is no command "nothing"\. There are: dev, build, scenes, init/],
  [['build', '--colour'], /Unknown option '--colour'/],
  [['--colour'], /Unknown option '--colour'/],
  [['dev', '--port', 'x'], /--port: expected a port number, got "x"/],
  [['scenes', 'more'], /'more'/],
  [['build', '--root', tmpdir()], /no app\.json in .*--root/],
])('%j: one line that says what is wrong, and no stack', (args, line) => {
  const { code, complained } = type(...args);
  expect(code).not.toBe(0);
  expect(complained).toMatch(line);
  expect(complained).not.toMatch(/^\s+at /m);
});

test('scenes: compile modes, the rest of the file as it is written', () => {
  const config = read('phone.config.ts').replace(/'[./]*\/simulator\/config\/types'/, "'miniprogram-phone'");
  writeFileSync(path.join(folder, 'phone.config.ts'), config.replace(/import .* from 'msw';\n/, MSW));
  const before = `{\n\t"miniprogramRoot": "miniprogram/",   "setting": {"es6":true},\n\t"condition": {"miniprogram": {"list": [\n\t\t{"name": "mine", "pathName": "pages/cart/cart", "query": "", "launchMode": "default"}, {"name": "down old", "pathName": "x"}]}, "plugin": {"list": []}}\n}\n`;
  writeFileSync(path.join(folder, 'project.config.json'), before);
  const { code, said } = type('scenes', '--root', folder);
  expect(said).toContain('3 compile modes');
  expect(code).toBe(0);
  const after = read('project.config.json');
  expect(after).toContain('"miniprogramRoot": "miniprogram/",   "setting": {"es6":true},');
  expect(after).toContain('"plugin": {"list": []}}');
  expect(JSON.parse(after).condition.miniprogram.list).toEqual([
    { name: 'empty 没有商品', pathName: 'pages/list/list', query: '', scene: null },
    { name: 'down 服务器故障', pathName: 'pages/list/list', query: '', scene: null },
    { name: 'cart 购物车', pathName: 'pages/cart/cart', query: 'from=share', scene: null },
    { name: 'mine', pathName: 'pages/cart/cart', query: '', launchMode: 'default' },
  ]);
  type('scenes', '--root', folder);
  expect(read('project.config.json')).toBe(after);
});

/** A folder below the temporary one has no packages. */
const MSW = `const http = { get: () => ({ info: {}, run() {} }), post: () => ({ info: {}, run() {} }) };\nconst HttpResponse = {};\n`;

test('a mistake in phone.config.ts is one line with its field', () => {
  writeFileSync(
    path.join(folder, 'phone.config.ts'),
    'export default { root: "miniprogram", scenes: { a: { pgae: 1 } } };\n',
  );
  const { code, complained } = type('scenes', '--root', folder);
  expect(code).toBe(1);
  expect(complained.trim()).toBe('phone.config.ts: scenes.a.pgae is not a field that is known here');
});

test('a mistake in its syntax is told without a stack', () => {
  writeFileSync(path.join(folder, 'phone.config.ts'), 'export default {\n  root: = 1,\n};\n');
  const { code, complained } = type('scenes', '--root', folder);
  expect(code).toBe(1);
  expect(complained.trim()).toMatch(/^phone\.config\.ts: /);
  expect(complained).not.toMatch(/^\s+at /m);
});

test.each([
  [
    'jest',
    {},
    ['jest.config.cjs', 'phone.config.js', 'test/home.test.js'],
    'npm i -D miniprogram-phone msw jest',
  ],
  [
    'vitest',
    { devDependencies: { vitest: '4', typescript: '7', msw: '2' } },
    ['vitest.config.mts', 'phone.config.ts', 'test/home.test.ts'],
    'pnpm add -D miniprogram-phone\n',
  ],
])(
  'init for %s: config, test, the runner, what to install; nothing is overwritten',
  (runner, own, files, install) => {
    rmSync(path.join(folder, 'phone.config.ts'));
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(own));
    if (runner === 'vitest') writeFileSync(path.join(folder, 'pnpm-lock.yaml'), '');
    const { code, said } = type('init', '--root', folder);
    expect(code).toBe(0);
    for (const file of files) expect(existsSync(path.join(folder, file))).toBe(true);
    expect(said).toContain(install);
    expect(read(files[1] as string)).toContain("root: 'miniprogram',");
    const before = readdirSync(folder, { recursive: true, encoding: 'utf8' }).length;
    writeFileSync(
      path.join(folder, files[1] as string),
      '// mine\nexport default { root: "miniprogram" };\n',
    );
    expect(type('init', '--root', folder).said).toContain(`kept     ${files[1]}`);
    expect(read(files[1] as string)).toContain('// mine');
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' })).toHaveLength(before);
  },
);

test('a value of a JSON text is replaced where it stands, whatever is around it', () => {
  const text = '{"a": {"list": 1, "x": "},{"}, "b": {"list": [1, {"list": 2}], "c": null}}';
  expect(withValue(text, ['b', 'list'], [])).toBe(
    '{"a": {"list": 1, "x": "},{"}, "b": {"list": [], "c": null}}',
  );
  expect(withValue(text, ['b', 'c'], 3)).toBe(text.replace('null', '3'));
  expect(JSON.parse(withValue(text, ['d', 'e'], 4))).toEqual({ ...JSON.parse(text), d: { e: 4 } });
});
