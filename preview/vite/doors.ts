/** Opens the doors beside a development server, and tells the shell where they are: to the editor, and to pictures. */
import type { AddressInfo } from 'node:net';
import type { Plugin } from 'vite';
import type { Door } from './door';
import { openEditorDoor } from './editor-door';
import { openPictureDoor } from './picture-door';

/** Path → the door whose address it answers with. */
const PATHS = { '/__preview/editor': openEditorDoor, '/__preview/picture': openPictureDoor } as const;

/** Names under which a browser on this computer finds the server. A policy cannot name `[::1]`. */
const NAMES = ['127.0.0.1', 'localhost'];

const isPath = (path: string): path is keyof typeof PATHS => Object.hasOwn(PATHS, path);

/**
 * Makes the plugin.
 * @param root the mini-program: no other file is opened
 */
export function doors(root: string): Plugin {
  return {
    name: 'doors',
    configureServer(server) {
      // Opened when they are first asked for: most previews never open an editor.
      const opened = new Map<string, Promise<Door>>();
      const hosts = () => {
        const address = server.httpServer?.address() as AddressInfo | null | undefined;
        return NAMES.map((name) => `http://${name}:${address?.port ?? 0}`);
      };
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?', 1)[0] ?? '';
        if (!isPath(path)) return next();
        const door = opened.get(path) ?? PATHS[path](root, hosts);
        opened.set(path, door);
        door.then(({ url }) => response.end(url), next);
      });
      server.httpServer?.once('close', () => {
        for (const door of opened.values()) void door.then(({ close }) => close());
      });
    },
  };
}
