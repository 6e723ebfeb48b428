/** Picture comparison of `npm run shots -- --compare`, and the frames of `--frame`. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { comparePictures } from '../../preview/cli/shots/compare';
import { framed } from '../../preview/cli/shots/frame';
import { deviceById, devices } from '../../preview/devices';

let folder: string;
const at = (kind: string, name: string) => path.join(folder, kind, name);

/** A picture of one grey with one pixel of another grey. */
function picture(width: number, grey: number, pixel = grey): Buffer {
  const png = new PNG({ width, height: 10 });
  png.data.fill(grey);
  png.data.fill(pixel, 0, 3);
  for (let alpha = 3; alpha < png.data.length; alpha += 4) png.data[alpha] = 255;
  return PNG.sync.write(png);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'compare-pictures-'));
  for (const kind of ['before', 'after']) mkdirSync(path.join(folder, kind));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const compare = (names: readonly string[], tolerance = 0) =>
  comparePictures(
    names,
    { before: at('before', ''), after: at('after', ''), differences: at('differences', '') },
    tolerance,
  );

test('same, changed, resized, added, gone', async () => {
  for (const name of ['same.png', 'changed.png', 'resized.png', 'gone.png'])
    writeFileSync(at('before', name), picture(10, 100));
  writeFileSync(at('after', 'same.png'), picture(10, 100));
  writeFileSync(at('after', 'changed.png'), picture(10, 100, 101));
  writeFileSync(at('after', 'resized.png'), picture(20, 100));
  writeFileSync(at('after', 'added.png'), picture(10, 100));
  expect(await compare(['same.png', 'changed.png', 'resized.png', 'added.png', 'gone.png'])).toEqual([
    { name: 'same.png', verdict: 'same', pixels: 0, width: 10, height: 10 },
    { name: 'changed.png', verdict: 'changed', pixels: 1, width: 10, height: 10 },
    { name: 'resized.png', verdict: 'resized', pixels: 0, width: 20, height: 10 },
    { name: 'added.png', verdict: 'added', pixels: 0, width: 10, height: 10 },
    { name: 'gone.png', verdict: 'gone', pixels: 0, width: 10, height: 10 },
  ]);
  expect(existsSync(at('differences', 'changed.png'))).toBe(true);
  expect(existsSync(at('differences', 'resized.png'))).toBe(false);
});

test('a tolerance ignores small differences of a colour, not large ones', async () => {
  writeFileSync(at('before', 'a.png'), picture(10, 100));
  writeFileSync(at('after', 'a.png'), picture(10, 104));
  writeFileSync(at('before', 'b.png'), picture(10, 100));
  writeFileSync(at('after', 'b.png'), picture(10, 200));
  expect((await compare(['a.png', 'b.png'], 0.1)).map(({ verdict }) => verdict)).toEqual(['same', 'changed']);
  expect((await compare(['a.png', 'b.png'])).map(({ pixels }) => pixels)).toEqual([100, 100]);
});

test('a file that is not a PNG is named in the error', async () => {
  writeFileSync(at('before', 'a.png'), 'text');
  writeFileSync(at('after', 'a.png'), picture(10, 100));
  await expect(compare(['a.png'])).rejects.toThrow(/before\/a\.png is not a PNG that can be read/);
});

test("a frame is the case around the screen: round, transparent outside, with the device's camera", () => {
  const screen = new PNG({ width: 40, height: 60 });
  screen.data.fill(200);
  for (let alpha = 3; alpha < screen.data.length; alpha += 4) screen.data[alpha] = 255;
  const bytes = PNG.sync.write(screen);
  const at = (id: string, scale: number) => {
    const png = PNG.sync.read(framed(bytes, { ...deviceById(id), radius: 6 }, 'dark', scale));
    const pixel = (x: number, y: number) => [...png.data.subarray((y * png.width + x) * 4).subarray(0, 4)];
    return { png, pixel };
  };
  const { png, pixel } = at('320', 1);
  expect([png.width, png.height]).toEqual([60, 80]);
  const [grey, shell] = [
    [200, 200, 200, 255],
    [38, 38, 40, 255],
  ];
  expect([pixel(0, 0)[3], pixel(5, 40), pixel(30, 11), pixel(30, 40)]).toEqual([0, shell, grey, grey]);
  // The screen's own corner shows the case.
  expect(pixel(10, 10)).toEqual(shell);
  // Android phone: a camera hole in the glass. This iPhone: a notch at the edge.
  expect([at('360', 1).pixel(30, 11), at('360', 1).pixel(30, 25)]).toEqual([grey, shell]);
  expect([at('390', 1).pixel(30, 11), at('390', 1).pixel(30, 45)]).toEqual([shell, grey]);
  expect(at('320', 2).png.width).toBe(80);
  for (const device of devices) expect(framed(bytes, device, 'light', 1).length).toBeGreaterThan(0);
});
