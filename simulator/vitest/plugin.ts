/**
 * The plugin for `vitest.config.ts`. It selects the environment, and connects test files with the mini-program: a test
 * that imports a script of a mini-program gets the module of the running process, and `vi.mock` of a script also
 * replaces it in the mini-program.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative } from 'node:path';
import { rootOf } from '../headless/modules/root.cjs';
import { type EnvironmentOptions, OPTIONS } from './environment-options';

/** The part of Vite's plugin interface that this plugin uses, so that it fits any version of Vite. */
export interface MiniprogramPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  config(config: { readonly root?: string }): object;
  configureVitest(context: { project: { config: VitestConfig }; vitest: { config: VitestConfig } }): void;
  load(id: string): string | undefined;
  transform(this: Resolver, code: string, id: string): Promise<{ code: string; map: null } | undefined>;
}

interface VitestConfig {
  readonly root: string;
  environmentOptions?: object;
  readonly coverage?: { readonly enabled?: boolean; readonly provider?: string };
}

interface Resolver {
  resolve(id: string, importer: string): Promise<{ readonly id: string } | null>;
}

/** Paths of the files that run in a worker. */
interface WorkerFiles {
  readonly environment: string;
  readonly runtime: string;
  readonly setup: string;
}

/** Matches files that are not part of a mini-program: tests, their helpers, configuration. */
const NO_SCRIPT =
  /\b(?:from|require\(|import\(?)\s*['"](?:vitest|@jest\/|miniprogram-phone|msw|node:)|^(?:.*\.(?:test|spec|config)\.[cm]?[jt]s)$/;

const MOCK = /\bvi\s*\.\s*(?:mock|doMock)\(\s*(?:import\(\s*)?(['"`])([^'"`$]+)\1/g;

/** Is it a script of a mini-program? False for tests and helpers in the mini-program's folder. */
function isScript(path: string): boolean {
  if (!/\.[jt]s$/.test(path) || !isAbsolute(path) || path.includes('/node_modules/')) return false;
  if (NO_SCRIPT.test(basename(path)) || rootOf(dirname(path)) === null) return false;
  return !NO_SCRIPT.test(readFileSync(path, 'utf8'));
}

const exactly = (path: string): RegExp => new RegExp(`${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

const withoutQuery = (id: string): string => id.replace(/[?#].*$/, '');

export function createPlugin(files: WorkerFiles): MiniprogramPlugin {
  const runtime = JSON.stringify(files.runtime);
  return {
    name: 'miniprogram-phone',
    enforce: 'pre',
    config: ({ root = '' }) => ({
      test: {
        // Vitest accepts a path only if it starts with a dot or a slash.
        environment: files.environment.startsWith('/')
          ? files.environment
          : `./${relative(root, files.environment).replaceAll('\\', '/')}`,
        // The first test of a file also loads all modules: on a busy computer this takes longer than Vitest's default
        // of 5 s.
        testTimeout: 30_000,
        setupFiles: [files.setup],
        // Vite must process the setup file like a module of the test, wherever it is. It must not process the rest of
        // the package.
        server: { deps: { inline: [exactly(files.setup)] } },
      },
    }),
    configureVitest({ project: { config }, vitest }) {
      const { coverage } = vitest.config;
      const options: EnvironmentOptions = {
        rootDir: config.root,
        coverage: coverage?.enabled === true && coverage.provider === 'istanbul',
      };
      config.environmentOptions = { ...config.environmentOptions, [OPTIONS]: options };
    },
    load(id) {
      const path = withoutQuery(id);
      if (!isScript(path)) return undefined;
      // Use Vite's internal names, because an ES module cannot export names that are known only at run time.
      return [
        // The compiler instruments the script itself, so exclude this wrapper.
        '/* istanbul ignore file */',
        `import { loadScript, SCRIPT } from ${runtime};`,
        `const script = loadScript(${JSON.stringify(path)});`,
        'Object.defineProperty(__vite_ssr_exports__, SCRIPT, { value: __vite_ssr_exports__ });',
        '__vite_ssr_exportAll__(script);',
        'export default script?.__esModule ? script.default : script;',
      ].join('\n');
    },
    async transform(code, id) {
      if (id.includes('/node_modules/')) return undefined;
      const mocks = [...code.matchAll(MOCK)].map(([, , request = '']) => request);
      const lines: string[] = [];
      for (const request of new Set(mocks)) {
        const path = withoutQuery((await this.resolve(request, id))?.id ?? '');
        if (isScript(path)) {
          lines.push(`mockedScript(${JSON.stringify(path)}, () => import(${JSON.stringify(request)}));`);
        }
      }
      if (lines.length === 0) return undefined;
      // Append the code, so that line numbers do not change.
      return {
        code: `${code}\nimport { mocked as mockedScript } from ${runtime};\n${lines.join('\n')}\n`,
        map: null,
      };
    },
  };
}
