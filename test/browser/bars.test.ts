/** The phone's bars for a page, computed without a browser. */
import { deviceById } from '../../preview/devices';
import { barsOf, tabItemOf } from '../../preview/phone/stage/bars';
import type { OpenPage } from '../../preview/phone/stage/page-stack';
import type { Manifest } from '../../preview/vite/program/types';

const manifest = (custom: boolean): Manifest =>
  ({
    name: '',
    theme: null,
    appScript: null,
    pages: ['a', 'b', 'c'],
    units: {},
    app: {
      pages: ['a', 'b', 'c'],
      tabBar: {
        custom,
        list: [
          { pagePath: 'a', text: '甲' },
          { pagePath: 'b', text: '乙' },
        ],
      },
    },
  }) as Manifest;
const page = (route: string) => ({ route, barCalls: [] }) as unknown as OpenPage;
const state = {
  theme: 'light',
  device: deviceById('375'),
  tabCalls: [],
  refreshing: new Set<string>(),
  capsule: 'closed',
  fontLevel: 0,
} as const;

test.each([
  [true, 'a', false],
  [true, 'b', false],
  [true, 'c', true],
  [false, 'b', false],
  [false, 'c', true],
])('with a custom tab bar: %p, a home button on %s: %p', (custom, route, house) => {
  const bars = barsOf(manifest(custom), page(route), [page(route)], state);
  expect(bars.navigation.canGoHome).toBe(house);
});

test("a tab has the form of onTabItemTap's argument", () => {
  expect(tabItemOf(manifest(true), 'b')).toEqual({ index: '1', pagePath: 'b', text: '乙' });
});
