/** Starts the action servers of a development server (editor and pictures), and sends their URLs to the shell. */
import type { AddressInfo } from 'node:net';
import type { Plugin } from 'vite';
import type { ActionServer } from './action-server';
import { startEditorServer } from './editor-server';
import { startPictureServer } from './picture-server';

/** URL path on the development server → the action server whose URL is the response. */
const PATHS = { '/__preview/editor': startEditorServer, '/__preview/picture': startPictureServer } as const;

/** The development server's host names on this computer. `frame-ancestors` cannot contain `[::1]`. */
const NAMES = ['127.0.0.1', 'localhost'];

const isPath = (path: string): path is keyof typeof PATHS => Object.hasOwn(PATHS, path);

/** Creates the plugin. @param root folder of the mini-program: files outside it are not opened */
export function actionServers(root: string): Plugin {
  return {
    name: 'action-servers',
    configureServer(server) {
      // An action server starts at the first request for its URL, because most previews never use it.
      const opened = new Map<string, Promise<ActionServer>>();
      const hosts = () => {
        const address = server.httpServer?.address() as AddressInfo | null | undefined;
        return NAMES.map((name) => `http://${name}:${address?.port ?? 0}`);
      };
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?', 1)[0] ?? '';
        if (!isPath(path)) return next();
        const actionServer = opened.get(path) ?? PATHS[path](root, hosts);
        opened.set(path, actionServer);
        actionServer.then(
          ({ url }) => response.end(url),
          (error: unknown) => {
            // After a failed start, the next request starts it again.
            opened.delete(path);
            next(error);
          },
        );
      });
      server.httpServer?.once('close', () => {
        for (const actionServer of opened.values())
          void actionServer.then(
            ({ close }) => close(),
            () => {},
          );
      });
    },
  };
}
