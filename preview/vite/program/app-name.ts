/** The name of the mini-program, as WeChat would show it, e.g. on the authorisation sheet. */
import { join } from 'node:path';
import { projectOf } from '../../../simulator/headless/modules/project.cjs';
import { parseObject } from '../../../simulator/sources/json-file';
import { textOf } from '../../../simulator/sources/text-file';

/**
 * The `projectname` in the project.config.json of the mini-program's project. WeChat displays the registered name
 * instead, but no file contains it.
 * @param root the folder with app.json
 * @returns empty if there is no such name
 */
export function appNameOf(root: string): string {
  const project = projectOf(root);
  if (project === undefined) return '';
  const read = parseObject(textOf(join(project, 'project.config.json')) ?? '');
  const projectname = 'value' in read ? read.value.projectname : undefined;
  if (typeof projectname !== 'string') return '';
  try {
    // DevTools percent-encodes names that are not ASCII.
    return decodeURIComponent(projectname);
  } catch {
    // An invalid percent encoding.
    return '';
  }
}
