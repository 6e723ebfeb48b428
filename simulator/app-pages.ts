/** Which pages a mini-program has. The same answer for the headless stage, the preview and the commands. */
import { posix } from 'node:path';
import { isFields } from './json-file';

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/**
 * The routes of app.json in their order: its own pages, then those of its sub-packages, each once.
 * @param app The parsed file. What is no route is left out: `fieldMistakes` reports it.
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
