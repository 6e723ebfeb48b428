/** Takes a snapshot of a phone: its document as HTML without scripts, which looks the same in another frame. */

/** A snapshot of a settled scene. */
export interface SceneSnapshot {
  /** HTML for the `srcdoc` of an `<iframe>`. The page must be in the same folder as `phone.html`. */
  html: string;
  /** Equal for two phones that look the same. */
  fingerprint: string;
}

/** Visible text → fingerprint. The text is long, so the sheet compares a short number. */
const fingerprints = new Map<string, string>();

function fingerprintOf(text: string): string {
  const fingerprint = fingerprints.get(text) ?? String(fingerprints.size);
  fingerprints.set(text, fingerprint);
  return fingerprint;
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/**
 * Replaces a picture's URL by a data URL. Files of the phone and answers of the mock exist only as long as the phone.
 */
export async function keepPicture(picture: HTMLImageElement, fetched: typeof fetch): Promise<void> {
  if (picture.src === '' || picture.src.startsWith('data:')) return;
  try {
    const response = await fetched(picture.src);
    if (response.ok) picture.src = await dataUrl(await response.blob());
  } catch {
    // The picture's host does not allow reading it (CORS). The snapshot then loads the picture by its URL.
  }
}

/**
 * Copies the values of fields into attributes, because HTML does not contain properties.
 * @param document has the values
 * @param copy gets the attributes; default: the document itself. For a clone, pass the original as `document`: cloning
 * loses the choice of a `<select>`.
 */
export function keepValues(document: ParentNode, copy: ParentNode = document): void {
  const pairs = <T extends keyof HTMLElementTagNameMap>(tag: T) => {
    const kept = copy.querySelectorAll(tag);
    return [...document.querySelectorAll(tag)].map((field, at) => [field, kept[at] ?? field] as const);
  };
  for (const [{ value, checked }, kept] of pairs('input')) {
    kept.setAttribute('value', value);
    kept.toggleAttribute('checked', checked);
  }
  for (const [{ value }, kept] of pairs('textarea')) kept.textContent = value;
  for (const [{ selected }, kept] of pairs('option')) kept.toggleAttribute('selected', selected);
}

/** The pictures of a document, including those in shadow roots. */
export const picturesOf = (root: Document | ShadowRoot): HTMLImageElement[] => [
  ...root.querySelectorAll('img'),
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? picturesOf(shadowRoot) : [])),
];

/**
 * The document as HTML without scripts, with the shadow root of the screen. This also removes the scripts of the
 * document itself.
 */
export function htmlOf(document: Document): string {
  for (const element of document.querySelectorAll('script, link[rel="modulepreload"]')) element.remove();
  const html = document.documentElement;
  const screen = document.getElementById('screen')?.shadowRoot;
  const inner = html.getHTML({ shadowRoots: screen ? [screen] : [] });
  const tag = (html.cloneNode() as Element).outerHTML.slice(0, -'</html>'.length);
  return `<!doctype html>${tag}${inner}</html>`;
}

/** Attributes that change how an element looks, even if no style sheet names them. */
const VISIBLE = new Set(['class', 'style', 'hidden']);

const styleText = (document: Document): string =>
  [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n');

/**
 * The HTML without its invisible parts. These are attributes and classes of the mini-program's elements that no style
 * sheet contains (e.g. `open-type`), and glass-easel's random names of component instances.
 */
function visibleText(text: string, styles: string): string {
  const counts = (name: string) => name !== 'wx-host' && (VISIBLE.has(name) || styles.includes(`[${name}`));
  const classes = new Set(styles.match(/(?<=\.)[\w-]+/g));
  const named = (value: string) =>
    value.split(' ').filter((one) => classes.has(one) || styles.includes('[class'));
  return text.replace(/<wx-[^<>]*>/g, (tag) =>
    tag.replace(/\s([\w:-]+)="([^"]*)"/g, (attribute, name: string, value: string) => {
      if (name === 'class') return ` class="${named(value).join(' ')}"`;
      return counts(name) ? attribute : '';
    }),
  );
}

/** Removes the sheets and dialogs that are closing. They are no longer visible, but would change the fingerprint. */
function removeLeaving(document: Document): void {
  const screen = document.getElementById('screen')?.shadowRoot;
  for (const layer of screen?.querySelectorAll('.leaving') ?? []) layer.remove();
}

/**
 * Opens the dialogs of a snapshot as modal dialogs, because only these have a backdrop, and HTML has no attribute for
 * it.
 * @param still default: the document of the page in which Playwright runs this function
 */
export function openDialogs(snapshot: Document = document): void {
  for (const dialog of snapshot.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
    dialog.removeAttribute('open');
    // An inert dialog does not take the focus from the sheet, and has no focus ring.
    dialog.inert = true;
    dialog.showModal();
  }
}

/**
 * Takes a snapshot of a phone's document. It changes scripts, pictures and closing sheets of the document. After that,
 * the document can only be used for the snapshot in the other theme, or for another scene.
 */
export async function takeSnapshot(document: Document): Promise<SceneSnapshot> {
  const view = document.defaultView;
  if (!view) throw new Error('the frame was removed from the page');
  await Promise.all(picturesOf(document).map((picture) => keepPicture(picture, view.fetch.bind(view))));
  keepValues(document);
  removeLeaving(document);
  const html = htmlOf(document);
  return { html, fingerprint: fingerprintOf(visibleText(html, styleText(document))) };
}
