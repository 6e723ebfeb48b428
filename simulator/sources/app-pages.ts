/** The pages of a mini-program, computed in one way for the headless stage, the preview and the commands. */
import { posix } from 'node:path';
import { isFields } from './json-file';

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/**
 * The routes of app.json in order: first the main package, then the sub-packages; without duplicates.
 * @param app The parsed file. Values that are not routes are skipped: `fieldMistakes` reports them.
 */
export function pagesOf(app: object): string[] {
  const { pages, subPackages, subpackages } = app as Readonly<Record<string, unknown>>;
  const packages = subPackages ?? subpackages;
  const routes = textsOf(pages);
  for (const one of Array.isArray(packages) ? packages.filter(isFields) : []) {
    const root = typeof one.root === 'string' ? one.root : '';
    routes.push(...textsOf(one.pages).map((page) => posix.join(root, page)));
  }
  return [...new Set(routes.map((route) => route.replace(/^\/+/, '')))].filter(
    (route) => route !== '' && posix.normalize(route) === route && !route.startsWith('..'),
  );
}
