/** What test/fixtures/apps/wxs shows and says, on every stage. */

/** Texts of pages/values, by id. */
export const TEXTS: Readonly<Record<string, string>> = {
  types: 'Array Object Number String Boolean',
  unit: '44px 4em',
  copy: '3 2',
  function: 'Array!',
  deep: 'deep 3',
  broken: '[]',
  missing: '[]',
  none: '[]',
};

/** Exceptions of pages/values. */
export const FAILURES: readonly string[] = [
  'utils/classes.wxs:23:23: "length" of undefined cannot be read',
  'utils/classes.wxs:27:18: WXS has no "includes" of String; it has charAt, charCodeAt, concat, indexOf, lastIndexOf, length, localeCompare, match, replace, search, slice, split, substring, toLocaleLowerCase, toLocaleUpperCase, toLowerCase, toString, toUpperCase, trim, valueOf',
];

const tapped = (n: number, id: string) => ({
  n,
  type: 'tap',
  id,
  data: { id },
  found: true,
  none: null,
  all: 2,
  hit: true,
  base: false,
  same: true,
  width: 'number',
  position: id === 'stop' ? 'relative' : expect.any(String),
  notCopied: null,
});

/** What the methods of pages/handlers are told: tap #stop twice, #go, #change, #later, #frame. */
export const HANDLED: readonly unknown[] = [
  { seen: 'undefined1', data: { id: 'watch' } },
  tapped(1, 'stop'),
  tapped(2, 'stop'),
  tapped(1, 'go'),
  { seen: 'undefined112', data: { id: 'watch' } },
  { custom: { from: 'wxs' } },
  'later',
  'frame',
];
