/// <reference types="vite/client" />
/** Opens a place of the sources in the person's editor: the development server does it. */

/** A static site has no server that could. */
export const canOpenEditor = import.meta.env.DEV;

/** As in `vite/open-editor.ts`, which is code for Node. */
const PATH = '/__preview/open-editor';

/**
 * Asks the development server to open the editor.
 * @param place e.g. `pages/user/user.wxml:12:3`
 * @returns whether an editor was found
 */
export async function openEditor(place: string): Promise<boolean> {
  const response = await fetch(PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ place }),
  });
  return response.ok;
}
