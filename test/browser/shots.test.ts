/** `npm run shots` as a command line; with `--compare` it finds exactly the changed pictures. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import { describeInBrowser, launchChromium } from '../support/chromium';
import { command } from '../support/commands';
import { eventually } from '../support/eventually';
import { pageFiles, programFolder } from '../support/program-folder';

jest.setTimeout(300_000);

const repository = path.resolve(__dirname, '../..');

/** Width and height in pixels, from a PNG's first chunk. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describeInBrowser('npm run shots', () => {
  let out: string;
  beforeAll(() => {
    out = mkdtempSync(path.join(tmpdir(), 'shots-'));
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  test('pictures of a scene, light and dark, in the requested size, with a frame', async () => {
    const flags = ['--scene', 'member', '--device', '320', '--scale', '1', '--frame', '--out', out];
    const run = await command('shots', ...flags);
    expect(run).toEqual({ code: 0, output: `2 pictures in ${out}` });
    expect(readdirSync(out).sort()).toEqual(['member-dark.png', 'member-light.png']);
    const [dark, light] = ['dark', 'light'].map((theme) =>
      readFileSync(path.join(out, `member-${theme}.png`)),
    ) as [Buffer, Buffer];
    // The frame adds 10 px on each side.
    expect(sizeOf(dark)).toEqual([340, 588]);
    expect(sizeOf(light)).toEqual([340, 588]);
    expect(dark.equals(light)).toBe(false);

    // The same with parameters of the URL.
    await command('shots', ...flags, '--font=2', '--text', 'long');
    const long = PNG.sync.read(readFileSync(path.join(out, 'member-light.png')));
    const before = PNG.sync.read(light);
    const { default: pixelmatch } = await import('pixelmatch');
    expect(pixelmatch(before.data, long.data, undefined, 340, 588)).toBeGreaterThan(1000);
  });

  test('an unknown scene is a mistake, and the known ones are listed', async () => {
    const { mistake } = await command('shots', '--scene', 'unknown', '--out', out);
    expect(mistake).toMatch(/^--scene: no scene unknown; scenes: guest, /);
  });

  test.each([
    ['--font=9', '--font: expected one of -1, 0, 1, 2, 3, 4, 5, 6'],
    ['--text=short', '--text: expected long'],
  ])('%s is a mistake', async (flag, mistake) => {
    expect(await command('shots', flag, '--out', out)).toMatchObject({ mistake });
  });
});

const style = (brand: string) => ({ 'miniprogram/app.wxss': `page { --brand: ${brand}; }` });

/** A mini-program of two pages, of which one shows the brand colour; in a folder of its project. */
const project = (): Record<string, string> => {
  const files = {
    'app.json': JSON.stringify({ pages: ['pages/one/one', 'pages/two/two'] }),
    'app.js': 'App({})',
    ...pageFiles('one', { wxml: '<view style="padding: 20px; background: var(--brand)">one</view>' }),
    ...pageFiles('two', { wxml: '<view>two</view>' }),
  };
  const named = Object.entries(files).map(([name, text]) => [`miniprogram/${name}`, text]);
  return { ...Object.fromEntries(named), ...style('#06803f') };
};

describeInBrowser('npm run shots -- --compare', () => {
  const program = programFolder(project());
  const folder = mkdtempSync(path.join(tmpdir(), 'shots-compare-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args], {
      cwd: program.root,
    });
  const run = (out: string, ...args: string[]) => {
    const root = path.join(program.root, 'miniprogram');
    const flags = ['--root', root, '--device', '320', '--scale', '1', '--out', path.join(folder, out)];
    return command('shots', ...flags, ...args);
  };

  beforeAll(() => {
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'before');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    program.remove();
  });

  test('a colour changed by one step is found in exactly the affected pictures', async () => {
    program.write(style('#068040'));
    const changed = await run('pictures', '--compare', 'HEAD');
    const found = changed.output.split('\n').filter((line) => line.startsWith('changed'));
    expect(found.map((line) => line.split(/\s+/)[1])).toEqual(['one-light.png', 'one-dark.png']);
    expect(changed.code).toBe(1);

    // The temporary checkout is removed.
    expect(String(git('worktree', 'list')).trim().split('\n')).toHaveLength(1);
    const compare = path.join(folder, 'pictures/compare');
    expect(readdirSync(path.join(compare, 'differences')).sort()).toEqual(['one-dark.png', 'one-light.png']);

    // The report opens without a server, shows the pictures, and reacts to keys.
    const browser = await launchChromium();
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(path.join(compare, 'index.html')).href);
    expect(await page.locator('article h3').allTextContents()).toEqual(['one-light', 'one-dark']);
    expect(await page.locator('#summary').textContent()).toContain('2 different, 2 same');
    await page.waitForFunction(() =>
      [...document.images].every((image) => !image.checkVisibility() || image.naturalWidth === 320),
    );
    expect(await page.locator('body').getAttribute('data-mode')).toBe('slider');
    await page.keyboard.press('2');
    await page.locator('body[data-mode="overlay"]').waitFor();
    await eventually(() => expect(page.url()).toContain('view=overlay'));
    expect(complaints).toEqual([]);
    await browser.close();

    const pictures = path.join(folder, 'pictures');
    const same = await run('again', '--compare', pictures, '--scene', 'one');
    expect(same.output).toContain(`0 of 2 differ from ${pictures}`);
    expect(same.code).toBe(0);
  });

  test('an invalid commit is a mistake', async () => {
    const { mistake } = await run('mistake', '--compare', 'not-a-ref');
    expect(mistake).toBe('--compare: not-a-ref is neither a folder nor a commit');
  });
});

test('a mistake is one line without a stack, and exit code 2', () => {
  const args = ['scripts/run.cjs', 'shots', '--device', '1'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: repository, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^\n {2}--device: expected one of 320, .*\n\n$/);
});
