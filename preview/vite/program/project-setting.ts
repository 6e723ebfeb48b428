/** Reads project.config.json: the project's folder, and how DevTools compiles its scripts. */
import { dirname, join } from 'node:path';
import { isReallyBelow } from '../../../simulator/inside';
import { parseObject } from '../../../simulator/json-file';
import { textOf } from '../../../simulator/text-file';

interface ProjectConfig {
  miniprogramRoot?: string;
  setting?: { es6?: boolean; enhance?: boolean };
}

/** The folder whose project.config.json has `root` as its mini-program; undefined if there is none. */
export function projectFolder(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const project = read(join(folder, 'project.config.json'));
    if (project !== undefined && join(folder, project.miniprogramRoot ?? '', '.') === join(root, '.'))
      return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * Whether DevTools does not translate the JavaScript of the mini-program in `root`. With `"es6": false` there is no
 * `import` and no strict mode. project.private.config.json takes precedence. The headless stage has the same code in
 * simulator/jest/root.cjs.
 */
export function isSloppy(root: string): boolean {
  const folder = projectFolder(root) ?? root;
  const settings = ['project.config.json', 'project.private.config.json'].map((file) => {
    const setting = read(join(folder, file))?.setting;
    return typeof setting === 'object' ? setting : {};
  });
  const { es6, enhance } = { ...settings[0], ...settings[1] };
  return es6 === false && enhance !== true;
}

/** The settings in a file; undefined if it cannot be read. */
function read(file: string): ProjectConfig | undefined {
  const text = isReallyBelow(dirname(file), file) ? textOf(file) : null;
  if (text === null) return undefined;
  const read = parseObject(text);
  const value: ProjectConfig = 'value' in read ? read.value : {};
  return typeof value.miniprogramRoot === 'string' ? value : { ...value, miniprogramRoot: '' };
}
