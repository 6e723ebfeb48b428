/** `miniprogram-phone build`: builds the preview as a static site. */
import { resolve } from 'node:path';
import { buildPreview } from '../vite/config';
import { type Command, ROOT, textOf } from './options';

export const build: Command = {
  help: 'builds the preview as a static site',
  flags: {
    root: ROOT,
    out: {
      type: 'string',
      value: 'FOLDER',
      help: 'output folder, emptied first (dist/preview of the project)',
    },
  },
  async run(values) {
    const root = resolve(textOf(values, 'root') ?? '.');
    const out = textOf(values, 'out');
    const started = performance.now();
    console.log(`Building the preview of ${root} …`);
    const { outDir } = await buildPreview({ root, ...(out === undefined ? {} : { outDir: resolve(out) }) });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`The preview is in ${outDir} (${seconds} s); any static host can serve it.`);
    return undefined;
  },
};
