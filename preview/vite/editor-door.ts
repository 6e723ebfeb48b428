/** Opens a source in the editor, when a person clicks on its place. */
import { join, normalize } from 'node:path';
import { isBelow, isReallyBelow } from '../../simulator/inside';
import { isFile } from '../../simulator/text-file';
import { type Door, openDoor } from './door';
import { editorPage } from './editor-page';

/** How long an editor may take to say that it cannot start, ms. */
const PATIENCE = 500;
/** A body may have so many bytes: a path, a line and a column. */
const LONGEST = 2000;

/** The place of a file below `root`, as an editor takes it. undefined for anything else. */
function placeIn(root: string, place: string): string | undefined {
  const [, file, where] = /^([^:\0]+)((?::\d+){0,2})$/.exec(place) ?? [];
  if (file === undefined) return undefined;
  const full = normalize(join(root, file));
  return isBelow(root, full) && isFile(full) && isReallyBelow(root, full) ? `${full}${where}` : undefined;
}

/** @returns whether an editor was started */
async function launch(place: string): Promise<boolean> {
  const { default: launchEditor } = await import('launch-editor');
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), PATIENCE);
    launchEditor(place, undefined, () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

/**
 * Opens the door.
 * @param root the mini-program: no other file is opened
 * @param hosts see `DoorOptions`
 */
export const openEditorDoor = (root: string, hosts: () => readonly string[]): Promise<Door> =>
  openDoor({
    hosts,
    page: (query, nonce) =>
      editorPage(
        (query.get('place') ?? '').slice(0, LONGEST),
        query.get('lang') === 'en' ? 'en' : 'zh',
        nonce,
      ),
    path: '/open',
    limit: LONGEST,
    async answer(body) {
      const place = placeIn(root, body);
      if (place === undefined) return { status: 400 };
      return { status: (await launch(place)) ? 204 : 500 };
    },
  });
