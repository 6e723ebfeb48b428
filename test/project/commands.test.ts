/** The command line `miniprogram-phone`: output, written files, errors. */

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type NetworkInterfaceInfo, tmpdir } from 'node:os';
import path from 'node:path';
import { withValue } from '../../preview/cli/json-text';
import { lanUrls } from '../../preview/cli/lan';
import { PACKAGE, runCommandLine } from '../../preview/cli/main';
import { command } from '../support/commands';
import { removeLeftFolders, temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(120_000);

const repository = path.resolve(__dirname, '../..');
const shop = path.join(repository, 'test/fixtures/shop');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), '小 店-'));
  cpSync(shop, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each(['SIGINT', 'exit'])('a temporary folder of a command is deleted at %s', (how) => {
  const end = how === 'exit' ? 'process.exit(0)' : `process.kill(process.pid, '${how}')`;
  const script = path.join(folder, 'make.mts');
  writeFileSync(
    script,
    `import cli from ${JSON.stringify(path.join(repository, 'preview/cli/temporary-folder.ts'))};
const { path } = await cli.temporaryFolder('left-', ${JSON.stringify(folder)});
console.log(path);
setTimeout(() => {}, 60_000);
${end};`,
  );
  const { output } = node('--import', 'tsx', script);
  expect(path.dirname(output.trim())).toBe(folder);
  expect(readdirSync(folder).filter((name) => name.startsWith('left-'))).toEqual([]);
});

test('temporary folders of tests whose process has ended are removed, those of others stay', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const mine = path.basename(temporaryFolder('mine-'));
  for (const name of [mine, `mini-program-test-${pid}-a`, 'mini-program-test-x', 'other'])
    mkdirSync(path.join(folder, 'tmp', name), { recursive: true });
  removeLeftFolders(path.join(folder, 'tmp'), 0);
  expect(readdirSync(path.join(folder, 'tmp')).sort()).toEqual([mine, 'mini-program-test-x', 'other'].sort());
  rmSync(path.join(tmpdir(), mine), { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly complained: string;
}

function node(...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: undefined },
  });
  return { code: status, output: stdout, complained: stderr };
}

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

/** Runs a command in this process; returns its output. */
async function printed(...args: string[]): Promise<string> {
  const log = jest.spyOn(console, 'log').mockImplementation();
  try {
    expect(await runCommandLine(PACKAGE, args)).toBe(0);
    return log.mock.calls.join('\n');
  } finally {
    log.mockRestore();
  }
}

test('--help lists the commands, and each lists its flags', async () => {
  const all = await printed('--help');
  for (const name of ['dev', 'build', 'shots', 'scenes', 'init'])
    expect(all).toContain(`  miniprogram-phone ${name} `);
  const flags = { dev: ['root', 'port', 'host', 'open', 'help'], shots: ['scene', 'compare', 'help'] };
  for (const [name, own] of Object.entries(flags)) {
    const help = await printed(name, '--help');
    for (const flag of own) expect(help).toContain(`  --${flag} `);
  }
});

test.each([
  [['nothing'], 'Unknown command "nothing". Commands: dev, build, shots, scenes, init'],
  [['build', '--colour'], "Unknown option '--colour'. `miniprogram-phone build --help` lists the flags."],
  [['--colour'], "Unknown option '--colour'. `miniprogram-phone dev --help` lists the flags."],
  [['dev', '--compare', 'nowhere'], '--compare: nowhere does not exist'],
  [['dev', '--port', 'x'], '--port: expected a port number, got "x"'],
  [['scenes', 'more'], "Unexpected argument 'more'. `miniprogram-phone scenes --help` lists the flags."],
  [['shots', '--scale', '9'], '--scale: a number from 1 to 4'],
])('%j: one line with the mistake', async (args, line) => {
  await expect(runCommandLine(PACKAGE, args)).rejects.toThrow(new Error(line));
});

test('a mistake ends the program without a stack', () => {
  const { code, complained } = node('--import', 'tsx', 'package/main.ts', 'build', '--root', tmpdir());
  expect(code).toBe(1);
  expect(complained).toMatch(/^\n {2}no app\.json in .*--root.*\n\n$/);
});

test('npm run help lists every script; an unknown flag is refused, and --help works', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const { output } = node('scripts/run.cjs');
  const listed = [...output.matchAll(/^ {2}npm (?:run )?(\S+)/gm)].map(([, name]) => name);
  const named = Object.keys(scripts).filter((name) => name !== 'help' && name !== 'pretest');
  expect(listed.sort()).toEqual(named.sort());

  expect(node('scripts/run.cjs', 'start', '--colour')).toEqual({
    code: 1,
    output: '',
    complained: "\n  Unknown option '--colour'. `npm start -- --help` lists the flags.\n\n",
  });
  expect(node('node_modules/gulp/bin/gulp.js', 'build', '--colour')).toEqual({
    code: 1,
    output: '',
    complained: "\n  Unknown option '--colour'. `npm run build` and `npm run watch` have no options.\n\n",
  });
});

test('an old Node is reported in one line, before any module loads', () => {
  const old = "Object.defineProperty(process.versions, 'node', { value: '20.9.0' });";
  for (const program of ['./scripts/run.cjs', './package/node-version.cjs']) {
    const { code, complained } = node('-e', `${old} require('${program}')`);
    expect(complained).toBe('\n  Node 20.19.0 or newer is needed; this is Node 20.9.0.\n\n');
    expect(code).toBe(1);
  }
});

test('scenes: writes compile modes, keeps the rest of the file', async () => {
  const config = read('phone.config.ts').replace(/'[./]*\/simulator\/config\/types'/, "'miniprogram-phone'");
  writeFileSync(path.join(folder, 'phone.config.ts'), config.replace(/import .* from 'msw';\n/, MSW));
  const before = `{\n\t"miniprogramRoot": "miniprogram/",   "setting": {"es6":true},\n\t"condition": {"miniprogram": {"list": [\n\t\t{"name": "mine", "pathName": "pages/cart/cart", "query": "", "launchMode": "default"}, {"name": "down old", "pathName": "x"}]}, "plugin": {"list": []}}\n}\n`;
  writeFileSync(path.join(folder, 'project.config.json'), before);
  const { code, output } = await command('scenes', '--root', folder);
  expect(output).toContain('3 compile modes');
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
  expect((await command('scenes', '--root', folder)).code).toBe(0);
  expect(read('project.config.json')).toBe(after);
});

/** Replaces msw, because the temporary folder has no packages. */
const MSW = `const http = { get: () => ({ info: {}, run() {} }), post: () => ({ info: {}, run() {} }) };\nconst HttpResponse = {};\n`;

test('a mistake in phone.config.ts is one line with its field', async () => {
  writeFileSync(
    path.join(folder, 'phone.config.ts'),
    'export default { root: "miniprogram", scenes: { a: { pgae: 1 } } };\n',
  );
  const { mistake } = await command('scenes', '--root', folder);
  expect(mistake).toBe('phone.config.ts: scenes.a.pgae is not a known field');
});

test.each([
  [
    'the syntax of phone.config.ts',
    'export default {\n  root: = 1,\n};\n',
    'phone.config.ts:2:9: Unexpected token',
  ],
  [
    'a file that phone.config.ts imports',
    "import './mocks/goods';\n",
    './mocks/goods.ts:1:21: Unexpected token',
  ],
  [
    'the code of phone.config.ts',
    'export default {\n  root: nothing.at.all,\n};\n',
    'phone.config.ts:2:9: nothing is not defined',
  ],
])('a mistake in %s is reported with its position', async (_where, text, line) => {
  // V8 drops the name of a script whose path contains a space, and then the position of an error is lost.
  const plain = mkdtempSync(path.join(tmpdir(), 'config-'));
  mkdirSync(path.join(plain, 'mocks'));
  writeFileSync(path.join(plain, 'mocks/goods.ts'), 'export const goods =;\n');
  writeFileSync(path.join(plain, 'phone.config.ts'), text);
  const { mistake } = await command('scenes', '--root', plain);
  rmSync(plain, { recursive: true });
  expect(mistake).toContain(line);
  expect(mistake).toMatch(/^> \d \| /m);
  expect(mistake).not.toMatch(/^\s+at /m);
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
  'init for %s: config, test, runner, install command; no file is overwritten',
  async (runner, own, files, install) => {
    rmSync(path.join(folder, 'phone.config.ts'));
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(own));
    if (runner === 'vitest') writeFileSync(path.join(folder, 'pnpm-lock.yaml'), '');
    const output = await printed('init', '--root', folder);
    for (const file of files) expect(existsSync(path.join(folder, file))).toBe(true);
    expect(output).toContain(install);
    expect(read(files[1] as string)).toContain("root: 'miniprogram',");
    const before = readdirSync(folder, { recursive: true, encoding: 'utf8' }).length;
    writeFileSync(
      path.join(folder, files[1] as string),
      '// mine\nexport default { root: "miniprogram" };\n',
    );
    expect((await command('init', '--root', folder)).output).toContain(`kept     ${files[1]}`);
    expect(read(files[1] as string)).toContain('// mine');
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' })).toHaveLength(before);
  },
);

test('a value in a JSON text is replaced in place, in any context', () => {
  const text = '{"a": {"list": 1, "x": "},{"}, "b": {"list": [1, {"list": 2}], "c": null}}';
  expect(withValue(text, ['b', 'list'], [])).toBe(
    '{"a": {"list": 1, "x": "},{"}, "b": {"list": [], "c": null}}',
  );
  expect(withValue(text, ['b', 'c'], 3)).toBe(text.replace('null', '3'));
  expect(JSON.parse(withValue(text, ['d', 'e'], 4))).toEqual({ ...JSON.parse(text), d: { e: 4 } });
});

test('the address for a phone on the same network: home networks first, none for 127.0.0.1', () => {
  const of = (address: string, internal = false) =>
    ({ address, family: 'IPv4', internal }) as NetworkInterfaceInfo;
  const found = { lo: [of('127.0.0.1', true)], docker0: [of('172.17.0.1')], wlan0: [of('192.168.1.5')] };
  expect(lanUrls('0.0.0.0', 80, found)).toEqual(['http://192.168.1.5:80/', 'http://172.17.0.1:80/']);
  expect(lanUrls('172.17.0.1', 80, found)).toEqual(['http://172.17.0.1:80/']);
  expect(lanUrls(undefined, 80, found)).toEqual([]);
  expect(lanUrls('127.0.0.1', 80, found)).toEqual([]);
});
