/** Writes a case's sources into a folder that both stages open. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import type { Case } from './case';

/** Files of a case's folder that belong to the runner and are not copied. */
const OWN = /(^|\/)(case\.ts|[^/]+\.cases\.ts|README\.md)$/;
const SHORT = /^page\.(wxml|js|ts|json|wxss)$/;

/** `note` keeps events, without positions and times, so that tests can compare them. */
const APP_JS = `App({
  noted: [],
  note(what) {
    const target = ({ id, dataset }) => ({ id, dataset });
    const isEvent = what !== null && typeof what === 'object' && 'currentTarget' in what;
    const entry = isEvent
      ? { type: what.type, detail: what.detail, mark: what.mark, target: target(what.target), currentTarget: target(what.currentTarget) }
      : what;
    this.noted.push(JSON.parse(JSON.stringify(entry === undefined ? null : entry)));
  },
});
`;

const made: string[] = [];

/** Removes all folders. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Writes the mini-program of a case into a new folder. Missing files get defaults. */
export function materialise(one: Case, folder: string | undefined): string {
  const root = temporaryFolder('stage-case-');
  made.push(root);
  if (folder !== undefined) {
    cpSync(folder, root, { recursive: true, filter: (from) => !OWN.test(from.split(sep).join('/')) });
  }
  const write = (file: string, content: unknown) => {
    const target = join(root, SHORT.test(file) ? `pages/page/${file}` : file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content));
  };
  const listed = () =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'));
  for (const short of listed().filter((name) => SHORT.test(name))) {
    cpSync(join(root, short), join(root, 'pages/page', short), { recursive: true });
    rmSync(join(root, short));
  }
  for (const [file, content] of Object.entries(one.files ?? {})) write(file, content);
  const names = new Set(listed());
  // The mini-program is in a folder of its own: project.config.json names that folder, and nothing is added.
  if ([...names].some((name) => name.endsWith('/app.json'))) return root;
  const lacks = (...files: string[]) => !files.some((file) => names.has(file));
  const units = [...names].filter((name) => name.endsWith('.wxml')).map((name) => name.slice(0, -5));
  const pages = units.filter((unit) => unit.startsWith('pages/'));
  const components = units.filter((unit) => /^(c|components)\//.test(unit));
  for (const page of pages) if (lacks(`${page}.js`, `${page}.ts`)) write(`${page}.js`, 'Page({});\n');
  for (const component of components) {
    if (lacks(`${component}.js`, `${component}.ts`)) write(`${component}.js`, 'Component({});\n');
    if (lacks(`${component}.json`)) write(`${component}.json`, { component: true });
  }
  if (lacks('app.js', 'app.ts')) write('app.js', APP_JS);
  if (lacks('app.json')) write('app.json', { pages, ...usingOf(components) });
  return root;
}

/** Declares every component of the case by its file name, so that pages need no JSON. */
function usingOf(components: readonly string[]) {
  if (components.length === 0) return {};
  const named = components.map((path) => {
    const [last = '', before = ''] = path.split('/').reverse();
    return [last === 'index' ? before : last, `/${path}`] as const;
  });
  return { usingComponents: Object.fromEntries(named) };
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;

/** The folder that contains app.json. For a project, its project.config.json names that folder. */
export function miniprogramRoot(folder: string): string {
  if (existsSync(join(folder, 'app.json'))) return folder;
  return join(folder, String(json(join(folder, 'project.config.json')).miniprogramRoot ?? ''));
}

/** The first page of app.json, which is opened by default. */
export const firstPage = (root: string): string =>
  String((json(join(root, 'app.json')).pages as string[])[0]);
