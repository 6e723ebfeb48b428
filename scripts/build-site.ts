/** Writes `dist/site`, the last part of `npm run build`: a site for any static host. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runProgramMain } from '../preview/cli/program';
import { buildSite } from './site/build';

runProgramMain(async () => {
  const dist = path.resolve(__dirname, '../dist');
  const preview = path.join(dist, 'preview');
  if (!existsSync(preview)) throw new Error('There is no dist/preview: npm run preview:build writes it.');
  buildSite(path.join(dist, 'site'), preview);
  console.log('The site is in dist/site, with the preview in it; any static host can serve it.');
});
