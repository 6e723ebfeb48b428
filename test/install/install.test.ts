/** The package as a stranger has it: packed, installed from the registry into projects of their own, and used there. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const REPOSITORY = path.resolve(__dirname, '../..');
const { devDependencies } = JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
/** The versions of this repository: most of them are in npm's cache. */
const exactly = (...names: string[]) => names.map((name) => `${name}@${devDependencies[name]}`);
const PNPM = 'pnpm@10.34.9';

let folder = '';
let tarball = '';

/** Runs a program; a failure shows what it has said. */
function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    // A runner inside a runner must not take itself for a part of it.
    const { JEST_WORKER_ID: _worker, NODE_ENV: _env, NODE_OPTIONS: _options, ...env } = process.env;
    const options = {
      cwd,
      env: { ...env, NO_COLOR: '1', CI: 'true' },
      maxBuffer: 32 * 1024 * 1024,
      // npm and npx are batch files there.
      shell: process.platform === 'win32',
    };
    execFile(command, args, options, (error, stdout, stderr) => {
      const said = stdout + stderr;
      if (error === null) resolve(said);
      else reject(new Error(`${command} ${args.join(' ')}\n${said}`));
    });
  });
}

/** A copy of a project below a path that has a space and Chinese characters in it. */
function copyOf(project: string): string {
  const target = path.join(folder, `我的 小店 ${project}`);
  cpSync(path.join(__dirname, 'projects', project), target, { recursive: true });
  return target;
}

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'install-')));
  await run(REPOSITORY, process.execPath, '--import', 'tsx', 'scripts/build-package.ts');
  mkdirSync(path.join(folder, 'packed'));
  await run(
    path.join(REPOSITORY, 'dist/package'),
    'npm',
    'pack',
    '--pack-destination',
    path.join(folder, 'packed'),
  );
  tarball = path.join(folder, 'packed', readdirSync(path.join(folder, 'packed'))[0] ?? '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('JavaScript, npm, Jest', () => {
  let project = '';
  beforeAll(async () => {
    project = copyOf('javascript');
    const quiet = ['--no-audit', '--no-fund', '--prefer-offline'];
    await run(project, 'npm', 'install', '-D', ...quiet, tarball, ...exactly('jest', 'msw'));
  });

  test('its tests pass, and coverage names its scripts', async () => {
    const said = await run(project, 'npx', 'jest', '--coverage');
    expect(said).toContain('Tests:       4 passed, 4 total');
    expect(said).toMatch(/list\.js +\| +\d/);
    expect(said).toMatch(/heading\.js +\| +100/);
  });

  test('every door loads as CommonJS and as ES module', async () => {
    expect(await run(project, process.execPath, 'doors.cjs')).toContain('doors open');
  });

  test('the preview serves it, and builds a site of it', async () => {
    expect(await run(project, process.execPath, 'preview.cjs')).toContain('built ');
  });

  test('the command line answers', async () => {
    expect(await run(project, 'npx', 'miniprogram-phone', '--help')).toContain('miniprogram-phone');
  });
});

describe('TypeScript, pnpm, Vitest', () => {
  let project = '';
  beforeAll(async () => {
    project = copyOf('typescript');
    const more = exactly('msw', 'typescript', 'vitest', 'miniprogram-api-typings');
    await run(project, 'npx', '--yes', PNPM, 'add', '-D', '--prefer-offline', tarball, ...more);
  });

  test('its tests pass', async () => {
    expect(await run(project, 'npx', 'vitest', 'run')).toMatch(/Tests +8 passed \(8\)/);
  });

  test('the declarations fit what the project imports itself', async () => {
    expect(await run(project, 'npx', 'tsc')).toBe('');
  });
});
