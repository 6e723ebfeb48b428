/** Opens the doors of a development server (editor and pictures), and serves their URLs to the shell. */
import type { AddressInfo } from 'node:net';
import type { Plugin } from 'vite';
import type { Door } from './door';
import { openEditorDoor } from './editor-door';
import { openPictureDoor } from './picture-door';

/** Path on the development server → the door whose URL is the answer. */
const PATHS = { '/__preview/editor': openEditorDoor, '/__preview/picture': openPictureDoor } as const;

/** Host names of the server on this computer. `frame-ancestors` cannot contain `[::1]`. */
const NAMES = ['127.0.0.1', 'localhost'];

const isPath = (path: string): path is keyof typeof PATHS => Object.hasOwn(PATHS, path);

/**
 * Makes the plugin.
 * @param root folder of the mini-program: files outside it are not opened
 */
export function doors(root: string): Plugin {
  return {
    name: 'doors',
    configureServer(server) {
      // A door opens at its first request: most previews never open an editor.
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
        door.then(
          ({ url }) => response.end(url),
          (error: unknown) => {
            // The next request tries again.
            opened.delete(path);
            next(error);
          },
        );
      });
      server.httpServer?.once('close', () => {
        for (const door of opened.values())
          void door.then(
            ({ close }) => close(),
            () => {},
          );
      });
    },
  };
}
