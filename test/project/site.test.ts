/** `dist/site`: every internal link of a document leads to an existing page and heading. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite } from '../../scripts/site/build';

test('internal links, pictures and headings of the site exist', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  const [out, preview] = [path.join(folder, 'site'), path.join(folder, 'preview')];
  mkdirSync(preview);
  writeFileSync(path.join(preview, 'index.html'), '<title>preview</title>');
  buildSite(out, preview);
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  expect(pages).toEqual(expect.arrayContaining(['index.html', 'index.zh-CN.html', 'docs/config.html']));
  const broken: string[] = [];
  for (const page of pages) {
    const html = readFileSync(path.join(out, page), 'utf8');
    for (const [, link = ''] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
      if (/^[a-z]+:/.test(link)) continue;
      const [to = '', anchor] = link.split('#');
      const target = to === '' ? page : path.join(path.dirname(page), to);
      const isThere = existsSync(path.join(out, target));
      const isHeading =
        anchor === undefined ||
        (isThere &&
          readFileSync(path.join(out, target), 'utf8').includes(`id="${decodeURIComponent(anchor)}"`));
      if (!isThere || !isHeading) broken.push(`${page} → ${link}`);
    }
  }
  rmSync(folder, { recursive: true });
  expect(broken).toEqual([]);
});
