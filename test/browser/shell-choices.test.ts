/** The shell's URL: each state has a URL, and each URL opens its state. */
import fc from 'fast-check';
import { devices } from '../../preview/devices';
import {
  type Choices,
  defaults,
  eras,
  fonts,
  formatChoices,
  frameUrl,
  grids,
  panels,
  parseChoices,
  setDefaultScene,
} from '../../preview/shell/choices';
import {
  DEFAULT_PLACEMENT,
  drawnSize,
  formatPlacement,
  isPlacement,
  overlayScales,
  parsePlacement,
  scaleOf,
} from '../../preview/shell/overlay/placement';
import { speeds } from '../../simulator/phone/link-speed';

setDefaultScene('guest');

const anyChoices: fc.Arbitrary<Choices> = fc.record({
  scene: fc.stringMatching(/^[a-z0-9-]{1,20}$/),
  page: fc.oneof(fc.constant(''), fc.stringMatching(/^[a-z]{1,5}\/[a-z-]{1,5}(\?[a-z]=[^#\s]{0,9})?$/)),
  device: fc.constantFrom(...devices.map(({ id }) => id)),
  theme: fc.constantFrom('light', 'dark'),
  font: fc.constantFrom('', ...fonts),
  era: fc.constantFrom('', ...eras),
  sdk: fc.oneof(fc.constant(''), fc.stringMatching(/^\d{1,2}\.\d{1,2}(\.\d{1,2})?$/)),
  net: fc.constantFrom('', ...speeds),
  fault: fc.constantFrom('', '500:GET /goods/:id', 'timeout:POST a.example/x,own-1:ALL /y'),
  panel: fc.constantFrom(...panels, 'none'),
  text: fc.constantFrom('', 'long'),
  zoom: fc.constantFrom('fit', '100'),
  grid: fc.constantFrom('', ...grids),
  overlay: fc.constantFrom('', '60', '50,0,-12', '10,3,4,2x,difference', '0,difference'),
  beside: fc.oneof(
    fc.constantFrom('', 'same', 'theme:dark;device:320,era:legacy'),
    fc.stringMatching(/^[^\s#]{0,40}$/),
  ),
  phone: fc.constantFrom('', '2', '3', '4'),
  linked: fc.constantFrom('', 'off'),
  same: fc.constantFrom('', 'fold'),
  changed: fc.constantFrom('', 'only'),
  lang: fc.constantFrom('', 'zh', 'en'),
});

test('a first visit shows the guest on the default phone, and its URL has no query', () => {
  expect(parseChoices('')).toEqual(defaults);
  expect(formatChoices(defaults)).toBe('');
});

test('every choice survives formatting and parsing of the URL', () => {
  fc.assert(
    fc.property(anyChoices, (choices) => expect(parseChoices(formatChoices(choices))).toEqual(choices)),
  );
});

test('the URL reads as documented', () => {
  expect(formatChoices({ ...defaults, scene: 'refused', device: '390', theme: 'dark', era: 'button' })).toBe(
    '?scene=refused&device=390&theme=dark&era=button',
  );
  expect(formatChoices({ ...defaults, page: 'pages/list/list?n=1' })).toBe('?page=pages/list/list%3Fn%3D1');
});

test("a design's position stays the same after formatting and parsing, and its text is short", () => {
  const placements = fc.record({
    opacity: fc.integer({ min: 0, max: 100 }),
    x: fc.integer({ min: -2000, max: 2000 }),
    y: fc.integer({ min: -2000, max: 2000 }),
    scale: fc.constantFrom(...overlayScales),
    blend: fc.constantFrom('normal' as const, 'difference' as const),
  });
  fc.assert(
    fc.property(placements, (placement) => {
      const text = formatPlacement(placement);
      expect(isPlacement(text)).toBe(true);
      expect(parsePlacement(text)).toEqual(placement);
    }),
  );
  expect(formatPlacement(DEFAULT_PLACEMENT)).toBe('');
  expect(formatChoices({ ...defaults, overlay: '60,0,-12,2x' })).toBe('?overlay=60,0,-12,2x');
  expect(parsePlacement('999,9999,0')).toMatchObject({ opacity: 100, x: 2000 });
  for (const text of ['x', '50,1', '50,1,2,4x', '1e9', '50,,']) expect(isPlacement(text)).toBe(false);
  expect(drawnSize({ width: 750, height: 1624 }, '2x', 375)).toEqual({ width: 375, height: 812 });
  expect(drawnSize({ width: 100, height: 50 }, 'fit', 390)).toEqual({ width: 390, height: 195 });
  expect(drawnSize({ width: 0, height: 0 }, '3x', 390)).toEqual({ width: 390, height: 390 });
  expect([1125, 750, 375, 400].map((width) => scaleOf({ width, height: 1 }, 375))).toEqual([
    '3x',
    '2x',
    '1x',
    undefined,
  ]);
});

test('any query can be parsed: invalid choices are ignored', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), (query) => {
      const choices = parseChoices(`?${query}`);
      expect(parseChoices(formatChoices(choices))).toEqual(choices);
    }),
  );
  expect(
    parseChoices('?device=9000&theme=pink&era=future&sdk=latest&panel=x&zoom=3&grid=1&lang=fr&scene=A B'),
  ).toEqual(defaults);
});

test("the frame's URL contains only the choices that concern it", () => {
  expect(frameUrl(defaults)).toBe('phone.html?scene=guest&theme=light&device=375');
  expect(frameUrl({ ...defaults, font: '5', era: 'legacy', sdk: '2.0.9' })).toBe(
    'phone.html?scene=guest&theme=light&device=375&font=5&era=legacy&sdk=2.0.9',
  );
  expect(frameUrl({ ...defaults, page: 'pages/list/list' })).toBe(
    'phone.html?scene=guest&theme=light&device=375&page=pages/list/list',
  );
});
