/** The packed package, installed from the registry into separate projects and used there. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { flowSteps } from '../frameworks/steps';
import { describeInBrowser, launchChromium } from '../support/chromium';

const REPOSITORY = path.resolve(__dirname, '../..');
const { devDependencies } = JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
/** The versions of this repository: npm's cache already has most of them. */
const exactly = (...names: string[]) => names.map((name) => `${name}@${devDependencies[name]}`);
const PNPM = 'pnpm@10.34.9';

let folder = '';
let tarball = '';

/** Runs a program. A failure contains its output. */
function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    // A test runner inside Jest must not read Jest's environment variables.
    const { JEST_WORKER_ID: _worker, NODE_ENV: _env, NODE_OPTIONS: _options, ...env } = process.env;
    const options = {
      cwd,
      env: { ...env, NO_COLOR: '1', CI: 'true' },
      maxBuffer: 32 * 1024 * 1024,
      // On Windows npm and npx are batch files.
      shell: process.platform === 'win32',
    };
    execFile(command, args, options, (error, stdout, stderr) => {
      const output = stdout + stderr;
      if (error === null) resolve(output);
      else reject(new Error(`${command} ${args.join(' ')}\n${output}`));
    });
  });
}

/** Copies a project to a path with a space and Chinese characters. */
function copyOf(project: string): string {
  const target = path.join(folder, `我的 小店 ${project}`);
  cpSync(path.join(__dirname, 'projects', project), target, { recursive: true });
  return target;
}

const FRAMEWORKS = path.join(REPOSITORY, 'test/frameworks');

/** Copies a framework's output, and the backend and steps of its flow, into a project. */
function giveOutput(framework: string, project: string, output: string): void {
  cpSync(path.join(FRAMEWORKS, framework, 'dist'), path.join(project, output), { recursive: true });
  for (const file of ['backend.ts', 'steps.ts'])
    cpSync(path.join(FRAMEWORKS, file), path.join(project, file));
}

const QUIET = ['--no-audit', '--no-fund', '--prefer-offline'];
let javascript = '';
let typescript = '';

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'install-')));
  await run(REPOSITORY, process.execPath, '--import', 'tsx', 'scripts/build-package.ts');
  const packed = path.join(folder, 'packed');
  mkdirSync(packed);
  await run(path.join(REPOSITORY, 'dist/package'), 'npm', 'pack', '--pack-destination', packed);
  tarball = path.join(packed, readdirSync(packed)[0] ?? '');
  javascript = copyOf('javascript');
  giveOutput('uni-app-vue3', path.join(javascript, 'uni-app'), 'dist/build/mp-weixin');
  typescript = copyOf('typescript');
  giveOutput('taro', path.join(typescript, 'taro'), 'dist');
  // Both installations mostly wait for the registry: run them together.
  const more = exactly('msw', 'typescript', 'vitest', 'miniprogram-api-typings');
  await Promise.all([
    run(javascript, 'npm', 'install', '-D', ...QUIET, tarball, ...exactly('jest', 'msw')).then(() =>
      // Install a second time: npm once emptied folders that it took for bundled packages.
      run(javascript, 'npm', 'install', '-D', ...QUIET, ...exactly('pngjs')),
    ),
    run(typescript, 'npx', '--yes', PNPM, 'add', '-D', '--prefer-offline', tarball, ...more),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('JavaScript, npm, Jest', () => {
  test('its tests pass, and coverage names its scripts', async () => {
    const output = await run(javascript, 'npx', 'jest', '--coverage');
    expect(output).toContain('Tests:       4 passed, 4 total');
    expect(output).toMatch(/list\.js +\| +\d/);
    expect(output).toMatch(/heading\.js +\| +100/);
  });

  test('the output of uni-app is tested; a suite written for miniprogram-simulate runs', async () => {
    const output = await run(javascript, 'npx', 'jest', '--projects', 'uni-app', 'simulate');
    expect(output).toContain('Tests:       2 passed, 2 total');
  });

  test('every entry loads as CommonJS and as ES module', async () => {
    expect(await run(javascript, process.execPath, 'doors.cjs')).toContain('doors open');
  });

  test('the command line builds a site; without a browser, pictures fail with the command that installs one', async () => {
    expect(await run(javascript, 'npx', 'miniprogram-phone', 'build')).toMatch(/The preview is in .*dist/);
    await expect(run(javascript, 'npx', 'miniprogram-phone', 'shots')).rejects.toThrow(
      'Pictures need the package playwright-core',
    );
  });

  test('the installed engine has the version that is tested here, not `latest`', () => {
    for (const name of ['j-component', 'miniprogram-exparser', 'miniprogram-simulate']) {
      const vendored = path.join(javascript, 'node_modules/miniprogram-phone/lib/vendor', name);
      const versionIn = (at: string) =>
        JSON.parse(readFileSync(path.join(at, 'package.json'), 'utf8')).version;
      expect([name, versionIn(vendored)]).toEqual([
        name,
        versionIn(path.join(REPOSITORY, 'node_modules', name)),
      ]);
    }
  });
});

describe('TypeScript, pnpm, Vitest', () => {
  test('its tests pass, and those of the output of Taro', async () => {
    expect(await run(typescript, 'npx', 'vitest', 'run')).toMatch(/Tests +9 passed \(9\)/);
  });

  test("the type declarations fit the project's own imports", async () => {
    expect(await run(typescript, 'npx', 'tsc')).toBe('');
  });
});

describeInBrowser('the preview of the installed package, in Chromium', () => {
  let browser: Browser;
  const servers: ChildProcess[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    for (const server of servers) server.kill();
    await browser?.close();
  });

  /** Opens the preview that `npx miniprogram-phone` serves in a folder. */
  async function open(cwd: string): Promise<{ shell: Page; phone: FrameLocator }> {
    const { NODE_ENV: _env, ...env } = process.env;
    const bin = path.join(cwd, cwd === javascript || cwd === typescript ? '.' : '..');
    const program = path.join(bin, 'node_modules/miniprogram-phone/lib/bin.js');
    const server = spawn(process.execPath, [program, '--port', '0'], { cwd, env });
    servers.push(server);
    server.stderr.on('data', (output) => process.stderr.write(output));
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: server.stdout }).on('line', (line) => {
        const [found] = /http:\S+/.exec(line) ?? [];
        if (found !== undefined) resolve(found);
      });
      server.once('exit', (code) => reject(new Error(`the preview ended with ${code}`)));
    });
    const shell = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1400, height: 1000 } });
    await shell.goto(url);
    return { shell, phone: shell.frameLocator('iframe') };
  }

  test('the scenes of a config, with its handlers', async () => {
    const { shell, phone } = await open(javascript);
    await phone.getByText('茶', { exact: true }).waitFor();
    expect(await shell.locator('.scenes a b').allTextContents()).toEqual(['有货', '服务器故障']);
    await shell.getByText('服务器故障').click();
    await phone.getByText('加载失败').waitFor();
    await shell.close();
  });

  test('the output of uni-app: its pages, and its login', async () => {
    const { shell, phone } = await open(path.join(javascript, 'uni-app'));
    await phone.getByText('登录', { exact: true }).click();
    await phone.getByText('共 3 件').waitFor();
    expect(await shell.locator('.scenes a b').allTextContents()).toEqual(['清单', '编辑']);
    await shell.close();
  });

  test('Taro plays the flow', async () => {
    const { shell, phone } = await open(path.join(typescript, 'taro'));
    const steps = flowSteps();
    // The steps after the second page need gestures: only test/stages plays them.
    const played = steps.slice(
      0,
      steps.findIndex(({ back }) => back),
    );
    expect(played.length).toBeGreaterThan(10);
    for (const { tap, input, has = [] } of played) {
      // Call `click()`: a click by position hits the wrong row when the shell scales the phone.
      if (typeof tap === 'string')
        await phone.locator(`${tap}:visible`).evaluate((element) => (element as HTMLElement).click());
      if (input !== undefined) await phone.locator(`${input[0]}:visible`).locator('input').fill(input[1]);
      for (const text of [has].flat())
        await phone.getByText(text).filter({ visible: true }).first().waitFor();
    }
    await shell.close();
  });
});
