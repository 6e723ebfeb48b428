/**
 * Maps stacks to the lines of the sources, for test runners that have no source maps of the scripts that the stage
 * compiles. Node can map stacks, but not while a runner sets `prepareStackTrace`, as Vitest does.
 */
import { SourceMap } from 'node:module';

const INLINE_MAP = /\n\/\/# sourceMappingURL=data:application\/json[^,\n]*;base64,([\w+/=]+)\s*$/;

/** File → its source map; a string is a map that has not been parsed yet. */
const maps = new Map<string, string | SourceMap>();

type Prepare = (error: Error, sites: NodeJS.CallSite[]) => unknown;

/** Remembers the source map at the end of a compiled script. */
export function noteMap(path: string, code: string): void {
  const [, base64] = INLINE_MAP.exec(code) ?? [];
  if (base64 !== undefined) maps.set(path, base64);
}

function mapOf(path: string): SourceMap | undefined {
  const found = maps.get(path);
  if (typeof found !== 'string') return found;
  const map = new SourceMap(JSON.parse(Buffer.from(found, 'base64').toString()));
  maps.set(path, map);
  return map;
}

let isInstalled = false;

/**
 * Starts to map stacks. Call it before a process begins, because changes of `Error` during a process are undone at its
 * end. Code can still set its own `prepareStackTrace`: it receives the mapped call sites. Code that saves, replaces and
 * restores the function (`depd`, the timers of the stage) restores ours.
 */
export function mapStacks(): void {
  if (isInstalled) return;
  isInstalled = true;
  const before = Error.prepareStackTrace as Prepare | undefined;
  let next = before;
  const prepare: Prepare = (error, sites) => {
    const mapped = sites.map(mappedSite);
    return next === undefined ? format(error, mapped) : next(error, mapped);
  };
  Object.defineProperty(Error, 'prepareStackTrace', {
    get: () => prepare,
    set: (value: Prepare | undefined) => {
      next = value === prepare ? before : value;
    },
    configurable: true,
    enumerable: true,
  });
}

/** Formats a stack as V8 does. */
function format(error: Error, sites: NodeJS.CallSite[]): string {
  return [`${error}`, ...sites.map((site) => `    at ${site}`)].join('\n');
}

/** The call site, with its place in the source. */
function mappedSite(site: NodeJS.CallSite): NodeJS.CallSite {
  const path = site.getFileName();
  const line = site.getLineNumber();
  const column = site.getColumnNumber();
  const map = path === null || path === undefined ? undefined : mapOf(path);
  if (map === undefined || line === null || column === null) return site;
  const entry = map.findEntry(line - 1, column - 1);
  if (!('originalLine' in entry)) return site;
  const place = { line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  const replaced: Record<string, () => unknown> = {
    getLineNumber: () => place.line,
    getColumnNumber: () => place.column,
    toString: () =>
      site.toString().replace(`${path}:${line}:${column}`, `${path}:${place.line}:${place.column}`),
  };
  // Methods of a call site work only on the original object, so each method is called on `site`.
  const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(site))
    .filter((name) => name !== 'constructor')
    .map((name) => [
      name,
      replaced[name] ??
        ((...args: unknown[]) =>
          (site as unknown as Record<string, (...args: unknown[]) => unknown>)[name]?.(...args)),
    ]);
  return Object.create(Object.fromEntries(methods)) as NodeJS.CallSite;
}
