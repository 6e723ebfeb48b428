/// <reference types="vite/client" />
/** Where the person's editor is opened: a page of the development server's own, in a frame (`vite/editor-door.ts`). */
import { signal } from '@preact/signals';

/** As in `vite/open-editor.ts`, which is code for Node. */
const PATH = '/__preview/editor';

/** The editor is on the computer that the server runs on, and the browser must be there, too. */
const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(window.location.hostname);

/** The address of the page; empty while it is not known, and where there is none. */
export const editorPage = signal('');

let asked = false;

/** Asks the server for the address, once. A static site has none. */
export function findEditor(): void {
  if (asked || !import.meta.env.DEV || !isHere) return;
  asked = true;
  fetch(PATH)
    .then(async (response) => {
      if (response.ok) editorPage.value = await response.text();
    })
    .catch(() => {
      asked = false;
    });
}
