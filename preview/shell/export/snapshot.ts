/** What the phone shows now, as a document without scripts. The phone itself is left as it is. */
import { attributesOf, keepPicture, keepValues, picturesOf } from '../sheet/still';

/** A place that was scrolled to is no attribute: it is written as one. */
function keepScroll(live: ParentNode, copy: ParentNode): void {
  const copies = copy.querySelectorAll('*');
  live.querySelectorAll('*').forEach((element, at) => {
    const { scrollLeft, scrollTop } = element;
    if (scrollLeft !== 0 || scrollTop !== 0)
      copies[at]?.setAttribute('data-scrolled', `${scrollLeft} ${scrollTop}`);
  });
}

/**
 * Takes the snapshot: scroll positions, what was typed, and pictures included.
 * @returns HTML
 */
export async function snapshotOf(document: Document): Promise<string> {
  const view = document.defaultView;
  if (!view) throw new Error('the frame is gone');
  const copy = document.cloneNode(true) as Document;
  keepScroll(document, copy);
  // A clone has no shadow roots.
  const screen = document.getElementById('screen')?.shadowRoot;
  const root = screen && copy.getElementById('screen')?.attachShadow({ mode: 'open' });
  if (root) {
    for (const child of screen.childNodes) root.append(copy.importNode(child, true));
    keepScroll(screen, root);
    keepValues(root);
  }
  keepValues(copy);
  await Promise.all(picturesOf(copy).map((picture) => keepPicture(picture, view.fetch.bind(view))));
  for (const element of copy.querySelectorAll('script, link[rel="modulepreload"]')) element.remove();
  const html = copy.documentElement;
  html.removeAttribute('data-glass');
  const inner = html.getHTML({ shadowRoots: root ? [root] : [] });
  return `<!doctype html><html${attributesOf(html)}>${inner}</html>`;
}
