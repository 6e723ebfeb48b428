/**
 * `npm start [-- --root DIR]`: the mock API and the preview, until Ctrl-C.
 * Environment: MOCK_PORT (3000), PREVIEW_PORT (5173).
 */
import { parseArgs } from 'node:util';
import { startHttpMock } from '../mock-server/http';
import { startPreviewServer } from '../preview/vite/config';
import { exitReadably, port } from './program';

exitReadably(async () => {
  const { values } = parseArgs({ options: { root: { type: 'string' } } });
  const mock = await startHttpMock({ port: port('MOCK_PORT', 3000) });
  const preview = await startPreviewServer({
    port: port('PREVIEW_PORT', 5173),
    ...(values.root === undefined ? {} : { root: values.root }),
  }).catch(async (error) => {
    await mock.close();
    throw error;
  });

  console.log(`
  Preview    ${preview.url}
  Mock API   ${mock.origin}   (control page: ${mock.origin}/__mock__/)

  Open the preview in a browser, or this folder in WeChat DevTools. Ctrl-C stops both.
`);

  const stop = async () => {
    await Promise.all([mock.close(), preview.close()]);
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
});
