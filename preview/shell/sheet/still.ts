/** Takes a still of a phone: its document as HTML without scripts, which looks the same in another frame. */

/** A still of a settled scene. */
export interface Still {
  /** For `srcdoc` of an `<iframe>` in the same folder as `phone.html`. */
  html: string;
  /** Equal for two phones that look the same. */
  look: string;
}

/** Look → number. A look is a long text, so the sheet compares the numbers. */
const numbers = new Map<string, string>();

function numberOf(look: string): string {
  const known = numbers.get(look) ?? String(numbers.size);
  numbers.set(look, known);
  return known;
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** Inlines a picture as a data URL: files of the phone and answers of the mock exist only as long as the phone. */
export async function keepPicture(picture: HTMLImageElement, fetched: typeof fetch): Promise<void> {
  if (picture.src === '' || picture.src.startsWith('data:')) return;
  try {
    const response = await fetched(picture.src);
    if (response.ok) picture.src = await dataUrl(await response.blob());
  } catch {
    // Another host does not allow reading its pictures (CORS). The still loads this one by its URL.
  }
}

/**
 * Copies the values of fields into attributes: HTML does not contain properties.
 * @param document has the values
 * @param copy gets the attributes; default: the document itself. A clone must get them from its original, because
 * cloning loses the choice of a `<select>`.
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

/** The document as HTML without scripts, with the shadow root of the screen. The document loses its scripts. */
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
 * The text without its invisible parts: attributes and classes of the mini-program's elements that no style sheet names
 * (e.g. `open-type`), and glass-easel's random names of component instances.
 */
function lookOf(text: string, styles: string): string {
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

/** Removes the sheets and dialogs that are closing: they show nothing any more, and would make two equal looks differ. */
function removeLeaving(document: Document): void {
  const screen = document.getElementById('screen')?.shadowRoot;
  for (const layer of screen?.querySelectorAll('.leaving') ?? []) layer.remove();
}

/**
 * Opens the dialogs of a still as modal ones, which have a backdrop: HTML has no attribute for that.
 * @param still default: the document of the page in which Playwright runs this function
 */
export function openDialogs(still: Document = document): void {
  for (const dialog of still.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
    dialog.removeAttribute('open');
    // An inert dialog takes no focus: the sheet keeps it, and no ring is drawn.
    dialog.inert = true;
    dialog.showModal();
  }
}

/**
 * Takes a still of a phone's document. It changes scripts, pictures and closing sheets of the document, so afterwards the
 * document can only be used for the still in another theme, and for another scene.
 */
export async function takeStill(document: Document): Promise<Still> {
  const view = document.defaultView;
  if (!view) throw new Error('the frame is gone');
  await Promise.all(picturesOf(document).map((picture) => keepPicture(picture, view.fetch.bind(view))));
  keepValues(document);
  removeLeaving(document);
  const html = htmlOf(document);
  return { html, look: numberOf(lookOf(html, styleText(document))) };
}
