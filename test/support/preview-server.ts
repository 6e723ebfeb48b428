/**
 * The program behind `preview.ts`: Vite is an ES module that Jest cannot load, so it runs in a process of its own.
 * Arguments: `serve` and a mini-program's root (or nothing), or `build`, an output folder and a root (or nothing).
 * One line of JSON on standard output says that it is done; the server ends with its standard input.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPreview, startPreviewServer } from '../../preview/vite/config';

async function main(): Promise<void> {
  const [command, ...rest] = process.argv.slice(2);
  const say = (answer: unknown) => process.stdout.write(`${JSON.stringify(answer)}\n`);
  if (command === 'build') {
    const [outDir, root] = rest;
    const options = { logLevel: 'silent', ...(outDir ? { outDir } : {}), ...(root ? { root } : {}) } as const;
    say(await buildPreview(options));
    return;
  }
  const [root, port] = rest;
  const cacheDir = mkdtempSync(path.join(tmpdir(), 'preview-cache-'));
  process.once('exit', () => rmSync(cacheDir, { recursive: true, force: true }));
  const server = await startPreviewServer({
    port: Number(port ?? 0),
    watch: 'miniprogram',
    cacheDir,
    ...(root ? { root } : {}),
  });
  say({ url: server.url });
  process.stdin.resume();
  process.stdin.on('end', () => server.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
