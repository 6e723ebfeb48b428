/** Builds the site: the documents of this repository as pages, and the preview. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Document, htmlOf, pageOf } from './pages';

const ROOT = path.resolve(__dirname, '../..');

/** Folders with documents for users, besides the repository's root. */
const FOLDERS = ['docs', 'docs/decisions', 'package', 'simulator'];
const IMAGES = 'docs/images';

function documents(): Document[] {
  const files = ['', ...FOLDERS].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.posix.join(folder, name)),
  );
  return files.map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
}

/**
 * Writes the site.
 * @param preview folder of the built preview
 */
export function buildSite(out: string, preview: string): void {
  rmSync(out, { recursive: true, force: true });
  const all = documents();
  const images = readdirSync(path.join(ROOT, IMAGES)).map((name) => path.posix.join(IMAGES, name));
  const known = new Set([...all.map(({ file }) => file), ...images, 'LICENSE']);
  for (const document of all) {
    const target = path.join(out, pageOf(document.file));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, htmlOf(document, known));
  }
  for (const file of [...images, 'LICENSE']) cpSync(path.join(ROOT, file), path.join(out, file));
  cpSync(path.join(__dirname, 'site.css'), path.join(out, 'site.css'));
  cpSync(preview, path.join(out, 'preview'), { recursive: true });
}
