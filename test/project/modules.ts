/** The imports and exports of this repository's sources, for the tests of this folder. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ModuleItem, parseSync } from '@swc/core';

/** Absolute path of the repository. */
export const root = path.resolve(__dirname, '../..');

/** One import of a file. A re-export (`export … from`) is an import too. */
export interface Import {
  from: string;
  /** The path without its extension, from the root; the name of a package. */
  to: string;
  typeOnly: boolean;
  /** The imported names; `*`: the whole module, which does not contain its types. */
  names: readonly string[];
}

interface Export {
  name: string;
  /** True for an interface and a type alias that the file itself declares. */
  isType: boolean;
}

/** One source file. */
interface Module {
  file: string;
  imports: readonly Import[];
  /** Its exports, except those of `export *`. */
  exports: readonly Export[];
  /** The modules that it re-exports with `export *`. */
  stars: readonly string[];
}

/** Every source file below a top-level folder, relative to the root, with `/`. */
function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.(ts|tsx|mts)$/.test(entry.name) && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** The names that a statement exports. */
function exported(item: ModuleItem): string[] {
  if (item.type === 'ExportDefaultDeclaration' || item.type === 'ExportDefaultExpression') return ['default'];
  if (item.type === 'ExportNamedDeclaration') {
    return item.specifiers.map((one) => {
      if (one.type === 'ExportSpecifier') return (one.exported ?? one.orig).value;
      return one.type === 'ExportNamespaceSpecifier' ? one.name.value : one.exported.value;
    });
  }
  if (item.type !== 'ExportDeclaration') return [];
  const { declaration } = item;
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.map(({ id }) => (id.type === 'Identifier' ? id.value : `a ${id.type}`));
  }
  return 'identifier' in declaration ? [declaration.identifier.value] : [declaration.id.value];
}

const TYPES: ReadonlySet<string> = new Set(['TsInterfaceDeclaration', 'TsTypeAliasDeclaration']);

/** The names that an import or a re-export takes from another module. */
function taken(item: ModuleItem): string[] {
  if (item.type === 'ImportDeclaration') {
    return item.specifiers.map((one) => {
      if (one.type === 'ImportDefaultSpecifier') return 'default';
      return one.type === 'ImportSpecifier' ? (one.imported ?? one.local).value : '*';
    });
  }
  if (item.type !== 'ExportNamedDeclaration') return [];
  return item.specifiers.map((one) => (one.type === 'ExportSpecifier' ? one.orig.value : '*'));
}

/** Parses a file. `import('…').Name` imports one name; `import('…')` and `require('…')` import the whole module. */
export function moduleOf(file: string): Module {
  const text = readFileSync(path.join(root, file), 'utf8');
  const resolve = (to: string) => (to.startsWith('.') ? path.posix.join(path.posix.dirname(file), to) : to);
  const imports: Import[] = [];
  const stars: string[] = [];
  const { body } = parseSync(text, { syntax: 'typescript', tsx: file.endsWith('x') });
  for (const item of body) {
    const source = 'source' in item ? item.source : undefined;
    if (!source) continue;
    const to = resolve(source.value);
    const typeOnly = 'typeOnly' in item && Boolean(item.typeOnly);
    const onlyTypes =
      item.type === 'ImportDeclaration' &&
      item.specifiers.length > 0 &&
      item.specifiers.every((one) => 'isTypeOnly' in one && one.isTypeOnly);
    if (item.type === 'ExportAllDeclaration') stars.push(to);
    imports.push({ from: file, to, typeOnly: typeOnly || onlyTypes, names: taken(item) });
  }
  for (const [, to = '', name = '*'] of text.matchAll(
    /\b(?:require|import)\(\s*'([^']+)'\s*\)(?:\.([A-Z]\w*))?/g,
  )) {
    imports.push({ from: file, to: resolve(to), typeOnly: false, names: [name] });
  }
  const exports = body.flatMap((item) => {
    const isType = item.type === 'ExportDeclaration' && TYPES.has(item.declaration.type);
    return exported(item).map((name) => ({ name, isType }));
  });
  return { file, imports, exports, stars };
}

const FOLDERS = ['miniprogram', 'mock-server', 'simulator', 'preview', 'package', 'test', 'bench', 'scripts'];

/** The source files of this repository. */
export const files = FOLDERS.flatMap(sources);

export const inside = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`);
export const isOurs = (to: string) => FOLDERS.some((folder) => inside(to, folder));

/** The names by which an import may name a file. */
const namesOf = (file: string) => [file, file.replace(/\.tsx?$/, ''), file.replace(/\/index\.tsx?$/, '')];
const byName = new Map(files.flatMap((file) => namesOf(file).map((name) => [name, file] as const)));

/** The file that an import resolves to; undefined for a package. */
export const targetOf = (to: string): string | undefined => (isOurs(to) ? byName.get(to) : undefined);
