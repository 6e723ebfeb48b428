/**
 * `npm run preview:static`: serves `dist/preview`, as any static host would.
 * Environment: PREVIEW_PORT (5173).
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { preview } from 'vite';
import { readPort } from '../mock-server/environment';
import { exitReadably } from '../preview/cli/program';

exitReadably(async () => {
  const outDir = path.resolve(__dirname, '../dist/preview');
  if (!existsSync(path.join(outDir, 'index.html'))) {
    throw new Error('There is no dist/preview yet: run `npm run build` first.');
  }
  const wanted = readPort(process.env, 'PREVIEW_PORT', 5173);
  const server = await preview({
    configFile: false,
    root: path.dirname(outDir),
    appType: 'mpa',
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: wanted, strictPort: true },
  }).catch((error: unknown) => {
    throw /in use/.test(String(error))
      ? new Error(`Port ${wanted} is in use by another program; choose another with PREVIEW_PORT.`)
      : error;
  });
  console.log(`\n  Preview (static)   ${server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${wanted}/`}\n`);
});
