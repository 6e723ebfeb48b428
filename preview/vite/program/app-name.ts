/** What WeChat would call the mini-program, e.g. on its authorisation sheet. */
import { dirname, join } from 'node:path';
import { parseObject } from '../../../simulator/json-file';
import { textOf } from '../../../simulator/text-file';

/**
 * The `projectname` of the mini-program's project.config.json, which lies beside its app.json or one folder up.
 * The registered name, which WeChat shows, is in no file.
 * @param root folder of app.json
 * @returns empty when there is no such name
 */
export function appNameOf(root: string): string {
  for (const folder of [root, dirname(root)]) {
    try {
      const read = parseObject(textOf(join(folder, 'project.config.json')) ?? '');
      const projectname = 'value' in read ? read.value.projectname : undefined;
      // DevTools percent-encodes names that are not ASCII.
      if (typeof projectname === 'string' && projectname !== '') return decodeURIComponent(projectname);
    } catch {
      // No such file, or not one that can be read: the next place, or no name.
    }
  }
  return '';
}
