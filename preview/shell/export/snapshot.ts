/** Copies the phone's document as HTML without scripts. The original document does not change. */
import { htmlOf, keepPicture, keepValues, picturesOf } from '../sheet/scene-snapshot';

/** Writes scroll positions into an attribute, because HTML does not contain them. */
function keepScroll(live: ParentNode, copy: ParentNode): void {
  const copies = copy.querySelectorAll('*');
  live.querySelectorAll('*').forEach((element, at) => {
    const { scrollLeft, scrollTop } = element;
    if (scrollLeft !== 0 || scrollTop !== 0)
      copies[at]?.setAttribute('data-scrolled', `${scrollLeft} ${scrollTop}`);
  });
}

/**
 * Takes the snapshot, with scroll positions, field values and pictures.
 * @returns HTML
 * @throws Error if the document is not in a frame any more
 */
export async function snapshotOf(document: Document): Promise<string> {
  const view = document.defaultView;
  if (!view) throw new Error('the frame was removed from the page');
  const copy = document.cloneNode(true) as Document;
  keepScroll(document, copy);
  // A clone has no shadow roots.
  const screen = document.getElementById('screen')?.shadowRoot;
  const root = screen && copy.getElementById('screen')?.attachShadow({ mode: 'open' });
  if (root) {
    for (const child of screen.childNodes) root.append(copy.importNode(child, true));
    keepScroll(screen, root);
    keepValues(screen, root);
  }
  keepValues(document, copy);
  await Promise.all(picturesOf(copy).map((picture) => keepPicture(picture, view.fetch.bind(view))));
  copy.documentElement.removeAttribute('data-glass');
  return htmlOf(copy);
}
