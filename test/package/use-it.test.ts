/** Follows docs/use-it.md word for word in an empty folder, in JavaScript and TypeScript; also the copy without npm. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type NodeMock, startNodeMock } from '../../mock-server/node';
import { createPhone, createVirtualClock, type Phone } from '../../simulator';
import { createHeadless, type Stage } from '../../simulator/headless';
import { writeFiles } from '../support/write-files';

const root = path.resolve(__dirname, '../..');
const NAME = 'miniprogram-wechat-login';
const doc = (file: string) => readFileSync(path.join(root, 'docs', file), 'utf8');

/** The files that the document shows: name → content. */
function filesIn(text: string): Map<string, string> {
  const blocks = text.matchAll(/^`([\w./-]+\.(?:js|json|wxml|wxss))`[^\n]*\n\n```\w+\n([\s\S]*?)```/gm);
  return new Map([...blocks].map(([, file = '', code = '']) => [file, code]));
}

let mock: NodeMock;
let folder: string;
let stage: Stage | undefined;
let phone: Phone | undefined;
beforeAll(async () => {
  execFileSync(
    process.execPath,
    [path.join(root, 'node_modules/gulp/bin/gulp.js'), '--silent', 'buildPackage'],
    {
      cwd: root,
    },
  );
  mock = await startNodeMock();
}, 120_000);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'use-it-'));
});
afterEach(() => {
  stage?.close();
  stage = undefined;
  rmSync(folder, { recursive: true });
});
afterAll(() => mock.close());

const write = (file: string, text: string) => writeFiles(folder, { [file]: text });

/**
 * Performs the document's steps. The DevTools command `构建 npm` copies the package's `miniprogram` folder to
 * miniprogram_npm.
 */
function follow(language: 'js' | 'ts'): void {
  const { miniprogram } = JSON.parse(readFileSync(path.join(root, 'dist/npm/package.json'), 'utf8'));
  cpSync(path.join(root, 'dist/npm', miniprogram), path.join(folder, 'miniprogram_npm', NAME), {
    recursive: true,
  });
  for (const [file, code] of filesIn(doc('use-it.md'))) {
    if (!file.endsWith('.js')) write(file, code);
    else if (language === 'js') write(file, code);
    else {
      const typed = code
        .replace(
          "await auth.request({ url: '/api/index/userinfo' })",
          '(await auth.request({ url: "/api/index/userinfo" })) as UserInfoBody',
        )
        .replace(
          "import { auth } from '../../login';",
          `import type { UserInfoBody } from '${NAME}';\nimport { auth } from '../../login';`,
        );
      const withEvent = code.replace('({ detail })', '({ detail }: WechatMiniprogram.CustomEvent)');
      write(file.replace(/js$/, 'ts'), code.includes('auth.request') ? typed : withEvent);
    }
  }
  write('project.config.json', '{ "compileType": "miniprogram" }');
}

const PEOPLE = { privacy: { needAuthorization: false }, sdkVersion: '2.28.0' } as const;

async function start(scenario: string): Promise<Stage> {
  const clock = createVirtualClock();
  const world = await mock.use(scenario, { clock });
  const fetch: typeof globalThis.fetch = (url, init) => globalThis.fetch(url, init);
  phone = createPhone({ ...world.phone, ...PEOPLE, storage: {}, clock, fetch });
  stage = createHeadless({ root: folder, phone });
  return stage;
}

test('both languages show the same lines', () => {
  expect([...filesIn(doc('use-it.zh-CN.md'))]).toEqual([...filesIn(doc('use-it.md'))]);
  expect([...filesIn(doc('use-it.md')).keys()]).toHaveLength(10);
});

test.each(['js', 'ts'] as const)(
  'the page, followed in an empty folder (%s), ends in a working login',
  async (language) => {
    follow(language);
    const app = await start('guest');
    const index = await app.open('pages/index/index');
    expect(index.has('你好，朋友')).toBe(true);
    await app.tapTab('我的');
    await app.page.input('[name=nickName]', '鹿');
    await app.page.tap({ text: '保存' });
    expect(app.page.has('编辑资料')).toBe(true);
    await app.tapTab('首页');
    expect(app.page.has('你好，鹿')).toBe(true);
    await app.page.tap({ text: '我的订单' });
    expect(app.page.has('订单：鹿')).toBe(true);
    await app.back();
    await app.tapTab('我的');
    await app.page.tap({ text: '退出登录' });
    expect(app.page.has('编辑资料')).toBe(false);
    await app.page.tap({ text: '登录' });
    expect(app.page.has('编辑资料')).toBe(true);
  },
);

test('its gated action opens the form, continues after 保存, and stops after 取消', async () => {
  follow('js');
  const app = await start('guest');
  await app.open('pages/orders/orders');
  await app.page.tap({ text: '购买' });
  await app.page.tap({ text: '取消' });
  expect([app.page.has('已购买'), app.page.has('保存')]).toEqual([false, false]);
  await app.page.tap({ text: '购买' });
  await app.page.input('[name=nickName]', '鹿');
  await app.page.tap({ text: '保存' });
  expect([app.page.has('已购买'), app.page.has('保存')]).toEqual([true, false]);
});

test('its phone-number login: a refusal shows nothing, a number is shown and stays', async () => {
  follow('js');
  const app = await start('guest');
  await app.open('pages/index/index');
  await app.page.tap({ text: '手机号快捷登录' });
  phone?.screen.get('phone-number').deny();
  await app.settle();
  await app.page.tap({ text: '手机号快捷登录' });
  phone?.screen.get('phone-number').allow();
  await app.settle();
  const shown = () => [app.page.has('手机号：138****0000'), app.page.has('手机号快捷登录')];
  expect(shown()).toEqual([true, false]);
  await app.relaunch();
  await app.open('pages/index/index');
  expect(shown()).toEqual([true, false]);
});

/** Type-checks the folder; returns the compiler's output. */
function typeErrors(files: string[]): string {
  const compilerOptions = {
    strict: true,
    target: 'ES2018',
    lib: ['ES2020'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    types: [path.join(root, 'node_modules/miniprogram-api-typings')],
    paths: { [NAME]: [`./miniprogram_npm/${NAME}/index.d.ts`] },
    skipLibCheck: true,
    noEmit: true,
  };
  write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout;
}

test('its TypeScript has the types of the package', () => {
  follow('ts');
  const files = [
    'login.ts',
    'app.ts',
    'pages/index/index.ts',
    'pages/mine/mine.ts',
    'pages/orders/orders.ts',
  ];
  expect(typeErrors(files)).toBe('');
}, 60_000);

test('auth, services and components compile when copied alone; and without the older ways', () => {
  for (const part of ['auth', 'services', 'components']) {
    cpSync(path.join(root, 'miniprogram', part), path.join(folder, part), { recursive: true });
  }
  const components = ['login-button', 'profile-form', 'privacy-sheet', 'user-gate'];
  const files = ['auth/index.ts', ...components.map((name) => `components/${name}/${name}.ts`)];
  expect(typeErrors(files)).toBe('');
  for (const file of ['ways/legacy', 'ways/button', 'ways/profile', 'ways/wechat-profile', 'scope']) {
    rmSync(path.join(folder, `auth/${file}.ts`));
  }
  const ways = readFileSync(path.join(folder, 'auth/ways/index.ts'), 'utf8')
    .replace(/^import \{ (legacy|button|profile) \}.*\n/gm, '')
    .replace('[legacy, button, profile, fill]', '[fill]');
  write('auth/ways/index.ts', ways);
  expect(typeErrors(files)).toBe('');
}, 60_000);
