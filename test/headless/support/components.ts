/** Components written inside a test, and a page that uses them. */
import { openPage } from './app';

/** The files of a component `c/name`. */
export const component = (name: string, wxml: string, options: string, json: object = {}) => ({
  [`c/${name}.json`]: JSON.stringify({ component: true, ...json }),
  [`c/${name}.wxml`]: wxml,
  [`c/${name}.js`]: options,
});

/** Opens a page that uses every component of `files` by its file name. */
export async function show(wxml: string, files: Record<string, string>, page = '') {
  const names = Object.keys(files).filter((file) => file.endsWith('.wxml'));
  const usingComponents = Object.fromEntries(
    names.map((file) => [file.replace(/^c\/|\.wxml$/g, ''), `/${file.replace('.wxml', '')}`]),
  );
  return openPage(wxml, page, {
    files: { 'app.js': 'App({ log: [] })', ...files },
    json: JSON.stringify({ usingComponents }),
  });
}
