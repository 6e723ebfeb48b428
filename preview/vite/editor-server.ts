/** The action server that opens a source in the editor when the user clicks on its position. */
import { join, normalize } from 'node:path';
import { isBelow, isReallyBelow } from '../../simulator/sources/inside';
import { isFile } from '../../simulator/sources/text-file';
import { type ActionServer, startActionServer } from './action-server';
import { editorPage } from './editor-page';

/** Time limit for detecting that the editor fails to start, ms. After that, the start counts as a success. */
const TIME_LIMIT = 500;
/** Maximum body of a request, bytes: a path, a line and a column. */
const MAX_BODY = 2000;

/**
 * Converts the position `path:line:column` of a file below `root` to a position with an absolute path, for the editor.
 * undefined: it is not a valid position.
 */
function placeIn(root: string, place: string): string | undefined {
  const [, file, where] = /^([^:\0]+)((?::\d+){0,2})$/.exec(place) ?? [];
  if (file === undefined) return undefined;
  const full = normalize(join(root, file));
  return isBelow(root, full) && isFile(full) && isReallyBelow(root, full) ? `${full}${where}` : undefined;
}

/** Starts the editor. @returns whether it was started */
async function launch(place: string): Promise<boolean> {
  const { default: launchEditor } = await import('launch-editor');
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), TIME_LIMIT);
    launchEditor(place, undefined, () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

/**
 * Starts the action server.
 * @param root folder of the mini-program: files outside it are not opened
 * @param hosts see `ActionServerOptions`
 */
export const startEditorServer = (root: string, hosts: () => readonly string[]): Promise<ActionServer> =>
  startActionServer({
    hosts,
    page: (query, nonce) =>
      editorPage(
        (query.get('place') ?? '').slice(0, MAX_BODY),
        query.get('lang') === 'en' ? 'en' : 'zh',
        nonce,
      ),
    path: '/open',
    limit: MAX_BODY,
    async answer(body) {
      const place = placeIn(root, body);
      if (place === undefined) return { status: 400 };
      return { status: (await launch(place)) ? 204 : 500 };
    },
  });
