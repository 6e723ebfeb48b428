/** The documents of this repository as pages: Markdown becomes HTML, links between documents stay links. */
import path from 'node:path';
import { Marked } from 'marked';

/** A document, by its path in the repository. */
export interface Document {
  readonly file: string;
  readonly text: string;
}

/** Where a document is in the site. The first page of the site is the README. */
export const pageOf = (file: string): string =>
  file.replace(/\.md$/, '.html').replace(/^README(?=\.(?:zh-CN\.)?html$)/, 'index');

/** As GitHub makes them, so that links to headings lead there. */
const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const isElsewhere = (link: string): boolean => /^(?:[a-z]+:|#|\/\/)/i.test(link);

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/**
 * The page of a document.
 * @param known Every file that the site has, by its path in the repository.
 */
export function htmlOf({ file, text }: Document, known: ReadonlySet<string>): string {
  const folder = path.posix.dirname(file);
  /** Where a link of the document leads in the site; undefined: to a source, which the site does not have. */
  const inSite = (link: string): string | undefined => {
    if (isElsewhere(link)) return link;
    const [to = '', anchor] = link.split('#');
    const target = path.posix.join(folder, decodeURIComponent(to));
    if (!known.has(target)) return undefined;
    const page = path.posix.relative(folder, pageOf(target)) || path.posix.basename(pageOf(target));
    return anchor === undefined ? page : `${page}#${anchor}`;
  };
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: plain }) {
        return `<h${depth} id="${escaped(slugOf(plain))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const to = inSite(href);
        const shown = this.parser.parseInline(tokens);
        return to === undefined ? shown : `<a href="${escaped(to)}">${shown}</a>`;
      },
    },
  });
  const title = /^# (.+)$/m.exec(text)?.[1] ?? file;
  const up = path.posix.relative(folder, '') || '.';
  return `<!doctype html>
<html lang="${file.includes('zh-CN') ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${up}/site.css">
<nav><a href="${up}/index.html">miniprogram-phone</a> <a href="${up}/preview/index.html">Preview · 预览</a> <a href="${up}/index.zh-CN.html">中文</a></nav>
<main>
${marked.parse(text, { async: false })}</main>
</html>
`;
}
