/** The name of the mini-program, as WeChat would show it, e.g. on the authorisation sheet. */
import { dirname, join } from 'node:path';
import { parseObject } from '../../../simulator/json-file';
import { textOf } from '../../../simulator/text-file';

/**
 * The `projectname` in project.config.json, beside app.json or one folder up. It replaces the registered name, which
 * WeChat shows and no file contains.
 * @param root folder of app.json
 * @returns empty if there is no such name
 */
export function appNameOf(root: string): string {
  for (const folder of [root, dirname(root)]) {
    try {
      const read = parseObject(textOf(join(folder, 'project.config.json')) ?? '');
      const projectname = 'value' in read ? read.value.projectname : undefined;
      // DevTools percent-encodes names that are not ASCII.
      if (typeof projectname === 'string' && projectname !== '') return decodeURIComponent(projectname);
    } catch {
      // An invalid percent encoding: try the next folder.
    }
  }
  return '';
}
