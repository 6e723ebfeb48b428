/** `npm run build`, second half: the preview as a static site in `dist/preview`. */
import { parseArgs } from 'node:util';
import { exitReadably } from '../preview/cli/program';
import { buildPreview } from '../preview/vite/config';

exitReadably(async () => {
  const { values } = parseArgs({ options: { root: { type: 'string' }, out: { type: 'string' } } });
  const { outDir } = await buildPreview({
    ...(values.root === undefined ? {} : { root: values.root }),
    ...(values.out === undefined ? {} : { outDir: values.out }),
  });
  console.log(`The preview is in ${outDir}; any static host can serve it.`);
});
