/** Converts the documents of this repository from Markdown to HTML pages, and the links between them. */
import path from 'node:path';
import { Marked } from 'marked';
import { escaped } from '../../preview/vite/html-text';

/** A document: its path in the repository, and its Markdown. */
export interface Document {
  readonly file: string;
  readonly text: string;
}

/** Path of a document's page in the site. The README becomes the first page. */
export const pageOf = (file: string): string =>
  file.replace(/\.md$/, '.html').replace(/^README(?=\.(?:zh-CN\.)?html$)/, 'index');

/** Id of a heading. It is the same as on GitHub, so that links to headings work. */
const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const isElsewhere = (link: string): boolean => /^(?:[a-z]+:|#|\/\/)/i.test(link);

/**
 * The HTML page of a document.
 * @param known files of the site, by their paths in the repository
 */
export function htmlOf({ file, text }: Document, known: ReadonlySet<string>): string {
  const folder = path.posix.dirname(file);
  /**
   * Converts a link of the document for the site. undefined: the site does not contain the target, e.g. a source file.
   */
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
