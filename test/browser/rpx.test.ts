/** rpx lengths equal those of the code that WeChat's own compiler generates. */
import vm from 'node:vm';
import { devices } from '../../preview/devices';
import { rpxToPx } from '../../preview/vite/program/wxss/rpx';
import { compileSheets } from '../support/wcsc';

type Transform = (rpx: number) => number;

/** Extracts `transformRPX` from the output of `wcsc`, for a device. */
function transformOf(code: string, device: (typeof devices)[number]): Transform {
  const window = { screen: { width: device.width }, devicePixelRatio: device.pixelRatio };
  const navigator = { userAgent: device.platform === 'ios' ? 'iPhone' : 'Android' };
  const start = code.slice(0, code.indexOf('window.__rpxRecalculatingFuncs__'));
  return vm.runInNewContext(`${start}; transformRPX`, { window, navigator }) as Transform;
}

const numbers = [...Array(1600).keys()].map((number) => (number - 800) / 2);
const code = compileSheets(['.a { width: 1rpx }'], '-js')?.[0]?.output ?? null;

if (code === null)
  process.stderr.write('\nSKIPPED: rpx as wcsc has it. wcsc does not run on this processor.\n');
(code === null ? describe.skip : describe)('rpx lengths equal those of wcsc', () => {
  test.each(devices)('$label.en, $width px', (device) => {
    const transform = transformOf(code ?? '', device);
    for (const number of numbers)
      expect([number, rpxToPx(number, device)]).toEqual([number, transform(number)]);
  });
});

test.each([
  [32, 390, 'ios', 16],
  [33, 375, 'ios', 16],
  [-15, 375, 'ios', -8],
  [1, 375, 'ios', 0.5],
  [1, 360, 'android', 1],
  [0, 375, 'ios', 0],
  [750, 412, 'android', 412],
] as const)('%d rpx at %d px on %s', (number, width, platform, px) => {
  expect(rpxToPx(number, { width, platform, pixelRatio: 3 })).toBe(px);
});
