/**
 * Copies miniprogram-simulate and its dependencies into the package. miniprogram-simulate depends on `latest` of two
 * packages, so a later installation would get another engine than the tested one. `bundleDependencies` does not solve
 * this, because Yarn 2 and later ignore it.
 */
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const VENDORED = ['miniprogram-simulate'];

/** Output folder in the package. */
const VENDOR = 'lib/vendor';

/**
 * Dependencies of the vendored packages that are not copied. The package depends on their installed versions. None of
 * them depends on `latest`, and csso contains data with another licence (MPL-2.0).
 */
const OUTSIDE = ['csso', 'glob', 'less', 'pretty-format', 'unescape-js'];

/** Dependencies that are left out because they contain only declarations. */
const WITHOUT = ['miniprogram-api-typings'];

/** Folders that are not copied. `bin` contains WeChat's own compilers for three systems, which no stage runs. */
const LEFT_OUT = ['node_modules', 'bin'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly main?: string;
  dependencies?: Readonly<Record<string, string>>;
  optionalDependencies?: Readonly<Record<string, string>>;
  devDependencies?: Readonly<Record<string, string>>;
}

const manifestOf = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));

/** The folder of a package, resolved from the folder `from`. @throws Error when it is not installed */
function findPackage(name: string, from: string): string {
  const folder = path.join(from, 'node_modules', name);
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  if (path.dirname(from) === from) throw new Error(`${name} is not installed.`);
  return findPackage(name, path.dirname(from));
}

/**
 * `inside`: the copied packages, folder → manifest with exact versions. `outside`: other dependencies, name → version.
 */
interface Closure {
  readonly inside: ReadonlyMap<string, Manifest>;
  readonly outside: Readonly<Record<string, string>>;
}

async function closureOf(root: string): Promise<Closure> {
  const inside = new Map<string, Manifest>();
  const outside: Record<string, string> = {};
  const visit = async (folder: string): Promise<void> => {
    if (inside.has(folder)) return;
    const manifest = await manifestOf(folder);
    const dependencies: Record<string, string> = {};
    inside.set(folder, { ...manifest, dependencies, optionalDependencies: {}, devDependencies: {} });
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (WITHOUT.includes(name)) continue;
      const next = findPackage(name, folder);
      const { version } = await manifestOf(next);
      if (OUTSIDE.includes(name)) outside[name] = version;
      else {
        dependencies[name] = version;
        await visit(next);
      }
    }
  };
  for (const name of VENDORED) await visit(findPackage(name, root));
  return { inside, outside };
}

/** A package name as an argument of `require`, or in the variable `compilerName`, which is such an argument. */
const NAMED = /(require\(|compilerName = )(['"])([\w-]+)((?:\/[\w./-]+)?)\2/g;

/** Replaces the names of copied packages in a script by relative paths. */
function withPaths(script: string, file: string, mains: ReadonlyMap<string, string>): string {
  return script.replace(NAMED, (all, before: string, quote: string, name: string, rest: string) => {
    const main = mains.get(name);
    if (main === undefined) return all;
    const to = path.relative(path.dirname(file), path.join(name, rest === '' ? main : rest));
    const request = to.split(path.sep).join('/');
    return `${before}${quote}${request.startsWith('.') ? request : `./${request}`}${quote}`;
  });
}

/** The result of `copyVendored`. */
interface Vendored {
  /** One file of each copied package, for the licences. */
  readonly files: readonly string[];
  /** Dependencies of the copied packages that the package must declare: name → version. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Writes `lib/vendor`. */
export async function copyVendored(root: string, out: string): Promise<Vendored> {
  const { inside, outside } = await closureOf(root);
  const mains = new Map([...inside.values()].map(({ name, main = 'index.js' }) => [name, main]));
  if (mains.size < inside.size)
    throw new Error(`Two versions of one package would be one folder of ${VENDOR}.`);
  for (const [folder, manifest] of inside) {
    const target = path.join(out, VENDOR, manifest.name);
    const left = LEFT_OUT.map((one) => path.join(folder, one));
    await cp(folder, target, { recursive: true, filter: (from) => !left.includes(from) });
    for (const one of await readdir(target, { recursive: true })) {
      if (!one.endsWith('.js')) continue;
      const script = await readFile(path.join(target, one), 'utf8');
      await writeFile(path.join(target, one), withPaths(script, path.join(manifest.name, one), mains));
    }
    await writeFile(path.join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  }
  return {
    files: [...inside.keys()].map((folder) => path.join(folder, 'package.json')),
    dependencies: outside,
  };
}
