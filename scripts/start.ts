/**
 * `npm start [-- --root DIR]`: the mock API and the preview, until Ctrl-C.
 * Environment: PREVIEW_PORT (5173), and what `mock-server/environment.ts` reads.
 */
import { parseArgs } from 'node:util';
import { readPort, startMockFrom } from '../mock-server/environment';
import { exitReadably } from '../preview/cli/program';
import { startPreviewServer } from '../preview/vite/config';

exitReadably(async () => {
  const { values } = parseArgs({ options: { root: { type: 'string' } } });
  const previewPort = readPort(process.env, 'PREVIEW_PORT', 5173);
  const mock = await startMockFrom(process.env, (message) => console.error(message));
  const preview = await startPreviewServer({
    port: previewPort,
    ...(values.root === undefined ? {} : { root: values.root }),
  }).catch(async (error) => {
    await mock.close();
    throw error;
  });

  const lines = [['Preview', preview.url] as const, ...mock.summary];
  console.log(`
${lines.map(([label, value]) => `  ${label.padEnd(15)}${value}`).join('\n')}

  Open the preview in a browser, or this folder in WeChat DevTools. Ctrl-C stops both.
`);

  const stop = async () => {
    await Promise.all([mock.close(), preview.close()]);
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
});
