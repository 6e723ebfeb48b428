/** Writes the package's `package.json`. Versions come from this repository's package.json, so that they exist once. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Entry } from './bundle';
import { TYPES } from './declarations';
import { DEPENDENCIES, OPTIONAL, PEERS } from './dependencies';
import { ENTRIES, subpathOf } from './entries';

/**
 * Files for Jest: `preset: 'miniprogram-phone'` loads `jest-preset.js`, and a user's Jest config may import
 * `./jest-preset`.
 */
const PRESET = Object.fromEntries(
  ['./jest-preset', './jest-preset.js'].map((subpath) => [
    subpath,
    { types: './jest-preset.d.ts', default: './jest-preset.js' },
  ]),
);

/**
 * Writes `package.json`.
 * @param more dependencies of the vendored packages, with their versions
 */
export async function writeManifest(
  root: string,
  out: string,
  entries: readonly Entry[],
  more: Readonly<Record<string, string>>,
): Promise<void> {
  const own = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const versionOf = (name: string): string => {
    const version = own.devDependencies[name];
    if (version === undefined) throw new Error(`package.json of this repository does not name ${name}.`);
    return version;
  };
  const manifest = {
    name: 'miniprogram-phone',
    version: own.version,
    description:
      'Tests and previews WeChat mini-programs without WeChat: a simulated phone for Jest, Vitest and browsers.',
    license: own.license,
    keywords: ['wechat', 'miniprogram', 'weapp', 'testing', 'jest', 'vitest', 'preview', 'msw'],
    type: 'commonjs',
    engines: own.engines,
    main: './lib/index.js',
    types: `./${TYPES}/package/index.d.ts`,
    bin: { 'miniprogram-phone': './lib/bin.js' },
    exports: { ...Object.fromEntries(entries.map(exportOf)), ...PRESET, './package.json': './package.json' },
    // For TypeScript with moduleResolution node10, which does not read `exports`.
    typesVersions: {
      '*': Object.fromEntries(entries.map(({ name }) => [name, [declarationOf(name)]])),
    },
    files: ['lib', TYPES, 'simulator', 'preview', 'jest-preset.*', 'LICENSE', 'THIRD-PARTY.md', 'README*.md'],
    dependencies: { ...Object.fromEntries(DEPENDENCIES.map((name) => [name, versionOf(name)])), ...more },
    peerDependencies: PEERS,
    peerDependenciesMeta: Object.fromEntries(OPTIONAL.map((name) => [name, { optional: true }])),
  };
  await writeFile(path.join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

const declarationOf = (name: string): string =>
  `./${TYPES}/${(ENTRIES[name] ?? '').replace(/\.ts$/, '.d.ts')}`;

function exportOf({ name }: Entry): [string, object] {
  return [
    subpathOf(name),
    {
      import: { types: declarationOf(name).replace(/\.d\.ts$/, '.d.mts'), default: `./lib/${name}.mjs` },
      require: { types: declarationOf(name), default: `./lib/${name}.js` },
    },
  ];
}
