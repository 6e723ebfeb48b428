/** Coverage in Vitest: scripts of a mini-program do not pass through Vite, so the stage's own compiler counts in them. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Istanbul {
  createInstrumenter(options: object): {
    instrumentSync(code: string, path: string, map?: object): string;
  };
}

const INLINE_MAP = /\n\/\/# sourceMappingURL=data:application\/json[^,\n]*;base64,([\w+/=]+)\s*$/;

/** Where Vitest's Istanbul provider collects. */
const VARIABLE = '__VITEST_COVERAGE__';

const OPTIONS = {
  compact: false,
  coverageVariable: VARIABLE,
  coverageGlobalScope: 'globalThis',
  coverageGlobalScopeFunc: false,
};

/**
 * Makes a function that lets a script count.
 * @param root Where `istanbul-lib-instrument` is installed: Vitest's provider brings none that others can use.
 * @throws Error that says what to install.
 */
export function instrumenter(root: string): (code: string, path: string) => string {
  let istanbul: Istanbul;
  try {
    istanbul = createRequire(join(root, 'package.json'))('istanbul-lib-instrument') as Istanbul;
  } catch {
    throw new Error(
      'Coverage of a mini-program in Vitest needs istanbul-lib-instrument 6: npm i -D istanbul-lib-instrument@6',
    );
  }
  // The sandbox's own: what a process sets ends with the process.
  const world = globalThis as Record<string, unknown>;
  world[VARIABLE] ??= {};
  const { createInstrumenter } = istanbul;
  return (code, path) => {
    const [inline = '', base64] = INLINE_MAP.exec(code) ?? [];
    const map: object | undefined =
      base64 === undefined ? undefined : JSON.parse(Buffer.from(base64, 'base64').toString());
    return createInstrumenter(OPTIONS).instrumentSync(code.slice(0, code.length - inline.length), path, map);
  };
}
