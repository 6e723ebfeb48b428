/** Enforces the import rules of docs/architecture.md. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { files, type Import, inside, isOurs, moduleOf, root, targetOf } from './modules';

const all = files.flatMap((file) => moduleOf(file).imports);
/** One line per import for a failure message: `a.ts → b.ts`. */
const show = (imports: Import[]) => imports.map(({ from, to }) => `${from} → ${to}`);
const fromFolder = (folder: string) => all.filter(({ from }) => inside(from, folder));

test('there are imports to check', () => {
  expect(all.length).toBeGreaterThan(50);
});

test('miniprogram imports only itself', () => {
  expect(show(fromFolder('miniprogram').filter(({ to }) => !inside(to, 'miniprogram')))).toEqual([]);
});

test('inside miniprogram: app, pages → components → auth → services, never back', () => {
  const parts = ['services', 'auth', 'components', 'pages', 'app'];
  const rank = (file: string) => parts.indexOf((file.split('/')[1] ?? '').replace(/\.ts$/, ''));
  const own = fromFolder('miniprogram');
  expect(show(own.filter(({ from, to }) => rank(to) < 0 || rank(to) > rank(from)))).toEqual([]);
});

test('no component imports another, none imports the backend: `auth/current` is the login of the app', () => {
  const wrong = fromFolder('miniprogram/components').filter(({ to }) => !inside(to, 'miniprogram/auth'));
  expect(show(wrong)).toEqual([]);
  expect(
    show(fromFolder('miniprogram/components').filter(({ to }) => to === 'miniprogram/auth/index')),
  ).toEqual([]);
});

test('in the login only `auth/index` imports the backend', () => {
  const wrong = fromFolder('miniprogram').filter(
    ({ from, to }) =>
      to === 'miniprogram/services/user-api' &&
      !['miniprogram/auth/index.ts', 'miniprogram/auth/public.ts'].includes(from),
  );
  expect(show(wrong)).toEqual([]);
});

test('mock-server imports only types of miniprogram/services', () => {
  const wrong = fromFolder('mock-server').filter(
    ({ to, typeOnly }) =>
      isOurs(to) && !inside(to, 'mock-server') && !(typeOnly && inside(to, 'miniprogram/services')),
  );
  expect(show(wrong)).toEqual([]);
});

test('the simulated WeChat imports only itself', () => {
  const wrong = fromFolder('mock-server/wechat').filter(
    ({ to }) => isOurs(to) && !inside(to, 'mock-server/wechat'),
  );
  expect(show(wrong)).toEqual([]);
});

test('simulator imports only mock-server/wechat', () => {
  const wrong = fromFolder('simulator').filter(
    ({ to }) => isOurs(to) && !inside(to, 'simulator') && !inside(to, 'mock-server/wechat'),
  );
  expect(show(wrong)).toEqual([]);
});

test('inside simulator, what both stages share imports no stage', () => {
  const stages = ['headless', 'headless.ts', 'simulate.ts', 'launch.ts', 'jest', 'vitest'];
  const partOf = (file: string) => file.split('/')[1] ?? '';
  const shared = fromFolder('simulator').filter(({ from }) => !stages.includes(partOf(from)));
  expect(shared.length).toBeGreaterThan(50);
  const isStage = ({ to }: Import) =>
    inside(to, 'simulator') && stages.some((stage) => partOf(to) === stage.replace('.ts', ''));
  expect(show(shared.filter(isStage))).toEqual([]);
});

test('the package imports only simulator, preview and mock-server/wechat', () => {
  const parts = ['package', 'simulator', 'preview', 'mock-server/wechat'];
  const wrong = fromFolder('package').filter(
    ({ to }) => isOurs(to) && !parts.some((part) => inside(to, part)),
  );
  expect(show(wrong)).toEqual([]);
});

test('no other folder imports test, bench, preview, package or scripts', () => {
  for (const stage of ['test', 'bench', 'preview', 'package', 'scripts']) {
    const outside = all.filter(({ from, to }) => inside(to, stage) && !inside(from, stage));
    const allowed = outside.filter(({ from }) =>
      ['test', 'bench', 'scripts', 'package'].includes(from.split('/')[0] ?? ''),
    );
    expect(show(outside.filter((one) => !allowed.includes(one)))).toEqual([]);
  }
});

test('preview imports only simulator and mock-server/wechat', () => {
  const wrong = fromFolder('preview').filter(
    ({ to }) =>
      isOurs(to) && !inside(to, 'preview') && !inside(to, 'simulator') && !inside(to, 'mock-server/wechat'),
  );
  expect(show(wrong)).toEqual([]);
});

test('only stages that run the mini-program import its code', () => {
  const code = all.filter(({ to, typeOnly }) => inside(to, 'miniprogram') && !typeOnly);
  const wrong = code.filter(
    ({ from }) => !['miniprogram', 'test', 'preview', 'bench'].includes(from.split('/')[0] ?? ''),
  );
  expect(show(wrong)).toEqual([]);
});

test('only the two entries of the mock import MSW or node:http', () => {
  const entries = all.filter(({ from, to }) => inside(from, 'mock-server') && /^(msw\/|node:http$)/.test(to));
  expect(
    [...new Set(entries.filter(({ typeOnly }) => !typeOnly).map(({ from }) => from.split('/')[1]))].sort(),
  ).toEqual(['http.ts', 'node.ts']);
});

/** All files that a file imports, directly or indirectly, and the file itself. */
function reachableFrom(file: string, seen = new Set<string>()): Set<string> {
  seen.add(file);
  for (const { from, to, typeOnly } of all) {
    if (from !== file || typeOnly) continue;
    const target = isOurs(to) ? targetOf(to) : to;
    if (target && !seen.has(target)) reachableFrom(target, seen);
  }
  return seen;
}

test.each(['simulator/phone.ts', 'mock-server/world.ts'])(
  '%s runs in a browser: it imports nothing of Node',
  (entry) => {
    const reachable = [...reachableFrom(entry)];
    expect(reachable.length).toBeGreaterThan(10);
    expect(reachable.filter((name) => /^node:|^redis$|^fs$|^path$/.test(name))).toEqual([]);
  },
);

/** Finds an import cycle that starts and ends at this file. Returns its files, or null. */
function cycleAt(start: string, arrows: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] | null => {
    for (const next of arrows.get(file) ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found) return found;
    }
    return null;
  };
  return walk(start, [start]);
}

test('imports have one direction: no cycle, not even of type imports', () => {
  const arrows = new Map<string, string[]>();
  for (const { from, to } of all) {
    const target = targetOf(to);
    if (target) arrows.set(from, [...(arrows.get(from) ?? []), target]);
  }
  const cycles = [...arrows.keys()].map((file) => cycleAt(file, arrows)?.join(' → '));
  expect(cycles.filter((one) => one !== undefined)).toEqual([]);
});

test('the files and folders in docs/architecture.md exist', () => {
  const text = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const named = [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

test('decisions are numbered without gaps, each number once', () => {
  const numbers = readdirSync(path.join(root, 'docs/decisions')).map((name) => Number(name.slice(0, 4)));
  expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
});
