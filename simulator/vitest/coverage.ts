/**
 * Coverage in Vitest. Scripts of a mini-program do not pass through Vite, so this package's own compiler instruments
 * them.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Istanbul {
  createInstrumenter(options: object): {
    instrumentSync(code: string, path: string, map?: object): string;
  };
}

const INLINE_MAP = /\n\/\/# sourceMappingURL=data:application\/json[^,\n]*;base64,([\w+/=]+)\s*$/;

/** The global in which Vitest's Istanbul provider collects the counters. */
const VARIABLE = '__VITEST_COVERAGE__';

const OPTIONS = {
  compact: false,
  coverageVariable: VARIABLE,
  coverageGlobalScope: 'globalThis',
  coverageGlobalScopeFunc: false,
};

/**
 * Creates a function that instruments a script.
 * @param root The folder where `istanbul-lib-instrument` is installed. The copy inside Vitest's provider cannot be
 * imported.
 * @throws Error that names the package to install.
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
  // Set on the sandbox's global object, because globals of a process are removed when the process ends.
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
