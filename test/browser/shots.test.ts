/** `npm run shots` as a command line. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeInBrowser } from '../support/chromium';
import { shots } from '../support/shots';

jest.setTimeout(180_000);

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
    const run = await shots(...flags);
    expect(run).toEqual({ code: 0, said: `2 pictures in ${out}\n`, complained: expect.any(String) });
    expect(readdirSync(out).sort()).toEqual(['member-dark.png', 'member-light.png']);
    const [dark, light] = ['dark', 'light'].map((theme) =>
      readFileSync(path.join(out, `member-${theme}.png`)),
    ) as [Buffer, Buffer];
    // The frame adds 10 px on each side.
    expect(sizeOf(dark)).toEqual([340, 588]);
    expect(sizeOf(light)).toEqual([340, 588]);
    expect(dark.equals(light)).toBe(false);
  });

  test.each([
    [['--scene', 'nobody'], /^\s*--scene: no nobody; there are guest, /m],
    [['--device', '1'], /^\s*--device: there are 320, /],
  ])('%j: one line that says what is wrong, and no stack', async (args, line) => {
    const { code, complained } = await shots(...args, '--out', out);
    expect(code).toBe(2);
    expect(complained).toMatch(line);
    expect(complained).not.toMatch(/^\s+at /m);
  });
});
