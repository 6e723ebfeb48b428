/** An export says that another file needs the name. A name that only its own file uses is not exported. */
import { PARTS } from '../../scripts/package/entries';
import { files, inside, moduleOf, targetOf } from './modules';

const FOLDERS = ['miniprogram', 'mock-server', 'simulator', 'preview', 'scripts', 'test'];

/** True for exports that are used without an import in a source file. */
function isLoadedByPath(file: string, name: string): boolean {
  return (
    // The entry of the login's npm package: gulpfile.mjs writes the file that requires it.
    file === 'miniprogram/auth/public.ts' ||
    // Files of the package that Vitest loads in its workers.
    Object.values(PARTS).includes(file) ||
    // Vite loads it in place of the package tldts.
    file === 'preview/vite/public-suffix.ts' ||
    // Jest's set-up files, the cases of test/stages and configurations have one default export.
    (inside(file, 'test') && name === 'default')
  );
}

const modules = [...files, 'phone.config.ts'].map(moduleOf);

/** File → the names that other files import from it. */
const imported = new Map<string, Set<string>>();
/** File → the files that re-export all its names. */
const reexporting = new Map<string, string[]>();
for (const { file, imports, stars } of modules) {
  for (const { to, names } of imports) {
    const target = targetOf(to);
    if (target) imported.set(target, new Set([...(imported.get(target) ?? []), ...names]));
  }
  for (const star of stars) {
    const target = targetOf(star);
    if (target) reexporting.set(target, [...(reexporting.get(target) ?? []), file]);
  }
}

/** Users import the names of the folder `package`. */
const isUsed = (file: string, name: string, isType: boolean): boolean =>
  inside(file, 'package') ||
  imported.get(file)?.has(name) === true ||
  (!isType && imported.get(file)?.has('*') === true) ||
  (reexporting.get(file) ?? []).some((other) => isUsed(other, name, isType));

test.each(FOLDERS)('%s exports only names that another file imports', (folder) => {
  const found = modules
    .filter(({ file }) => inside(file, folder))
    .flatMap(({ file, exports }) => exports.map((one) => ({ file, ...one })));
  expect(found.length).toBeGreaterThan(0);
  const needless = found.filter(
    ({ file, name, isType }) => !isLoadedByPath(file, name) && !isUsed(file, name, isType),
  );
  expect(needless.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});
