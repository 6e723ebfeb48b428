/** `npm run shots` as a command line. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { describeInBrowser } from '../support/chromium';
import { command } from '../support/commands';

jest.setTimeout(180_000);

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
    expect(run).toEqual({ code: 0, said: `2 pictures in ${out}` });
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
    const { mistake } = await command('shots', '--scene', 'nobody', '--out', out);
    expect(mistake).toMatch(/^--scene: no scene nobody; scenes: guest, /);
  });

  test.each([
    ['--font=9', '--font: expected one of -1, 0, 1, 2, 3, 4, 5, 6'],
    ['--text=short', '--text: expected long'],
  ])('%s is a mistake', async (flag, mistake) => {
    expect(await command('shots', flag, '--out', out)).toMatchObject({ mistake });
  });
});

test('a mistake is one line without a stack, and exit code 2', () => {
  const args = ['scripts/run.cjs', 'shots', '--device', '1'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: repository, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^\n {2}--device: expected one of 320, .*\n\n$/);
});
