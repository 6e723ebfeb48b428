/** Coverage in Vitest: scripts of a mini-program do not pass through Vite, so the stage's own compiler counts in them. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Istanbul {
  createInstrumenter(options: object): {
    instrumentSync(code: string, path: string, map?: object): string;
  };
}

const INLINE_MAP = /\n\/\/# sourceMappingURL=data:application\/json[^,\n]*;base64,([\w+/=]+)\s*$/;

/**
 * Makes a function that instruments a script with the library that Vitest's own provider uses.
 * @param root Where `@vitest/coverage-istanbul` is installed.
 * @throws Error that says what to install.
 */
export function instrumenter(root: string): (code: string, path: string) => string {
  const fromRoot = createRequire(join(root, 'package.json'));
  let istanbul: Istanbul;
  try {
    const provider = fromRoot.resolve('@vitest/coverage-istanbul');
    istanbul = createRequire(provider)('istanbul-lib-instrument') as Istanbul;
  } catch (cause) {
    throw new Error('Coverage of a mini-program needs @vitest/coverage-istanbul: install it.', { cause });
  }
  const { createInstrumenter } = istanbul;
  const options = {
    compact: false,
    coverageVariable: '__VITEST_COVERAGE__',
    // `Function('return this')`, Istanbul's own way, gives the process's global object.
    coverageGlobalScopeFunc: true,
    produceSourceMap: false,
  };
  return (code, path) => {
    const [inline = '', base64] = INLINE_MAP.exec(code) ?? [];
    const map = base64 === undefined ? undefined : JSON.parse(Buffer.from(base64, 'base64').toString());
    const counted = createInstrumenter(options).instrumentSync(
      code.slice(0, code.length - inline.length),
      path,
      map,
    );
    return counted;
  };
}
