/** Opens the editor's door beside a development server, and tells the shell where it is. */
import type { AddressInfo } from 'node:net';
import type { Plugin } from 'vite';
import { type EditorDoor, openEditorDoor } from './editor-door';

/** Answers with the address of the door. */
const PATH = '/__preview/editor';

/** Names under which a browser on this computer finds the server. */
const NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Makes the plugin.
 * @param root the mini-program: no other file is opened
 */
export function openEditor(root: string): Plugin {
  return {
    name: 'open-editor',
    configureServer(server) {
      // Opened when it is first asked for: most previews never open an editor.
      let door: Promise<EditorDoor> | undefined;
      const hosts = () => {
        const address = server.httpServer?.address() as AddressInfo | null | undefined;
        return NAMES.map((name) => `http://${name}:${address?.port ?? 0}`);
      };
      server.middlewares.use((request, response, next) => {
        if ((request.url ?? '').split('?', 1)[0] !== PATH) return next();
        door ??= openEditorDoor(root, hosts);
        door.then(({ url }) => response.end(url), next);
      });
      server.httpServer?.once('close', () => void door?.then(({ close }) => close()));
    },
  };
}
