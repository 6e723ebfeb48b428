/**
 * miniprogram-simulate and what it needs, inside the package. It asks for `latest` of two packages: a project that installs on
 * another day would get another engine than the one that is tested here.
 */
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** In the package's `node_modules`. */
export const BUNDLED = ['miniprogram-simulate'];

/**
 * What they need and the package depends on instead, in the version that is installed here: it asks for no `latest`, and
 * csso brings data along whose licence (MPL-2.0) is another one.
 */
const OUTSIDE = ['csso', 'glob', 'less', 'pretty-format', 'unescape-js'];

/** Nothing that runs needs it: declarations. */
const WITHOUT = ['miniprogram-api-typings'];

/** WeChat's own compilers, programs for three systems, stay behind: no stage runs them. */
const LEFT_OUT = ['node_modules', 'bin'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  dependencies?: Readonly<Record<string, string>>;
  optionalDependencies?: Readonly<Record<string, string>>;
  devDependencies?: Readonly<Record<string, string>>;
}

const manifestOf = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));

/** The folder of a package as another one finds it. */
function findPackage(name: string, from: string): string {
  const folder = path.join(from, 'node_modules', name);
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  if (path.dirname(from) === from) throw new Error(`${name} is not installed.`);
  return findPackage(name, path.dirname(from));
}

/** What is bundled: folder → manifest, with exact versions; and what is depended on, with the versions. */
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
      // Named by a bundled package, it would count as bundled, too: npm's next installation would empty its folder.
      if (OUTSIDE.includes(name)) outside[name] = version;
      else {
        dependencies[name] = version;
        await visit(next);
      }
    }
  };
  for (const name of BUNDLED) await visit(findPackage(name, root));
  return { inside, outside };
}

/** What was bundled. */
export interface Bundled {
  /** A file of each package, for their licences. */
  readonly files: readonly string[];
  /** What they need that the package has to depend on: name → version. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Writes `node_modules`, in the layout that it has here. */
export async function copyBundled(root: string, out: string): Promise<Bundled> {
  const { inside, outside } = await closureOf(root);
  for (const [folder, manifest] of inside) {
    const target = path.join(out, path.relative(root, folder));
    const left = LEFT_OUT.map((one) => path.join(folder, one));
    await cp(folder, target, { recursive: true, filter: (from) => !left.includes(from) });
    await writeFile(path.join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  }
  return {
    files: [...inside.keys()].map((folder) => path.join(folder, 'package.json')),
    dependencies: outside,
  };
}
