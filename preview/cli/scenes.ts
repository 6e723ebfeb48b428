/** `miniprogram-phone scenes`: writes the scenes as compile modes of WeChat DevTools. */
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isReallyBelow, LINK_OUT } from '../../simulator/sources/inside';
import { parseObject } from '../../simulator/sources/json-file';
import { isFile, textOf as textOfFile } from '../../simulator/sources/text-file';
import { openProject } from '../vite/config';
import { listPages } from '../vite/config-plugin';
import { withValue } from './json-text';
import { type Command, ROOT, textOf } from './options';

const FILE = 'project.config.json';
const LIST = ['condition', 'miniprogram', 'list'];

/** An entry of DevTools' list of compile modes. */
interface CompileMode {
  readonly name: string;
  readonly pathName: string;
  readonly query: string;
  readonly scene: number | null;
}

/** The project.config.json in the first of these folders that has one. */
const settingsIn = (folders: readonly string[]): string | undefined =>
  folders.map((folder) => join(folder, FILE)).find((file) => isFile(file));

function modesIn(settings: Readonly<Record<string, unknown>>): readonly CompileMode[] {
  let place: unknown = settings;
  for (const key of LIST) place = (place as Record<string, unknown> | undefined)?.[key];
  return Array.isArray(place) ? (place as CompileMode[]) : [];
}

export const scenes: Command = {
  help: `the scenes as compile modes of WeChat DevTools, in ${FILE}`,
  flags: { root: ROOT },
  async run(values) {
    const folder = resolve(textOf(values, 'root') ?? '.');
    const { root, file: config, read: found } = await openProject({ root: folder });
    const file = settingsIn([...(config ? [dirname(config)] : []), folder, root, dirname(root)]);
    if (file === undefined) throw new Error(`There is no ${FILE}: open the project in WeChat DevTools once.`);
    // This command overwrites the file: refuse a symbolic link to a file outside the project.
    if (!isReallyBelow(dirname(file), file)) throw new Error(`${file}: ${LINK_OUT}`);
    const text = (textOfFile(file) ?? '').replace(/^\uFEFF/, '');
    const read = parseObject(text);
    if ('mistake' in read) throw new Error(`${file}: ${read.mistake.reason}`);

    const pages = listPages(root);
    const scenes = Object.entries(found.config.scenes ?? {});
    const all = scenes.map(([id, scene]): CompileMode => {
      const [pathName = '', query = ''] = (scene.page ?? pages[0]?.route ?? '').split('?');
      const { zh } = found.list.scenes.find((one) => one.id === id)?.title ?? { zh: id };
      const queries = [query, scene.compileQuery ?? ''].filter((one) => one !== '');
      return { name: zh === id ? id : `${id} ${zh}`, pathName, query: queries.join('&'), scene: null };
    });
    // A compile mode has no steps and no handlers. So of the scenes with a `compileQuery`, keep only the first one for
    // each page and query.
    const isSame = (a: CompileMode, b: CompileMode) => a.pathName === b.pathName && a.query === b.query;
    const modes = all.filter(
      (mode, at) =>
        scenes[at]?.[1].compileQuery === undefined || all.findIndex((one) => isSame(one, mode)) === at,
    );
    const ids = new Set(all.map(({ name }) => name.split(' ')[0]));
    const others = modesIn(read.value).filter(({ name }) => !ids.has(String(name).split(' ')[0]));
    const next = withValue(text, LIST, [...modes, ...others]);
    if (next !== text) writeFileSync(file, next);
    const kept = others.length === 0 ? '' : `; kept: ${others.map(({ name }) => name).join(', ')}`;
    console.log(`${modes.length} compile modes in ${file}${kept}`);
    return undefined;
  },
};
