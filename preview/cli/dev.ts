/** `miniprogram-phone dev`: the preview, with live reload. */
import { resolve } from 'node:path';
import { DEFAULT_PREVIEW_PORT, startPreviewServer } from '../vite/config';
import { type Command, portOf, ROOT, textOf } from './options';

export const dev: Command = {
  help: 'the preview in a browser, with live reload (also without a command)',
  flags: {
    root: ROOT,
    port: { type: 'string', value: 'N', help: `TCP port, 0 for a free one (${DEFAULT_PREVIEW_PORT})` },
    host: {
      type: 'string',
      value: 'ADDRESS',
      help: 'where to listen; 0.0.0.0: on every network (127.0.0.1)',
    },
    open: { type: 'boolean', help: 'open the browser' },
  },
  async run(values) {
    const host = textOf(values, 'host');
    const server = await startPreviewServer({
      root: resolve(textOf(values, 'root') ?? '.'),
      port: portOf(values, DEFAULT_PREVIEW_PORT),
      ...(host === undefined ? {} : { host }),
    });
    console.log(`\n  Preview   ${server.url}\n\n  Ctrl-C stops it.\n`);
    if (values.open === true) server.open();
    await new Promise<void>((stop) => {
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
    await server.close();
    return undefined;
  },
};
