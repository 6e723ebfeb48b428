/** What project.config.json says of how DevTools compiles scripts. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseObject } from '../../../simulator/json-file';

interface ProjectConfig {
  miniprogramRoot?: string;
  setting?: { es6?: boolean; enhance?: boolean };
}

/**
 * Does DevTools leave the JavaScript of the mini-program in `root` as it is? With `"es6": false` it translates nothing: no
 * `import`, and no strict mode. project.private.config.json wins. The headless stage has the same in simulator/headless/modules/root.cjs.
 */
export function isSloppy(root: string): boolean {
  for (let folder = root; ; folder = dirname(folder)) {
    const project = read(join(folder, 'project.config.json'));
    if (join(folder, project.miniprogramRoot ?? '', '.') === join(root, '.')) {
      const setting = { ...project.setting, ...read(join(folder, 'project.private.config.json')).setting };
      return setting.es6 === false && setting.enhance !== true;
    }
    if (folder === dirname(folder)) return false;
  }
}

function read(file: string): ProjectConfig {
  try {
    const read = parseObject(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    const value: ProjectConfig = 'value' in read ? read.value : {};
    return typeof value.miniprogramRoot === 'string' ? value : { ...value, miniprogramRoot: '' };
  } catch {
    return {};
  }
}
