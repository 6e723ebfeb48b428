/** A still of a phone: its document as text, without scripts, that draws the same in a frame of its own. */

/** A picture of a scene that has settled. */
export interface Still {
  /** For `srcdoc` of an `<iframe>` beside `phone.html`. */
  html: string;
  /** Two phones that look the same have the same one. */
  look: string;
}

/** Looks seen so far, each with its number: a look is a long text, and a sheet compares all with all. */
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

/** Pictures become part of the text: files of the phone and answers of the mock are there only while the phone is. */
export async function keepPicture(picture: HTMLImageElement, fetched: typeof fetch): Promise<void> {
  if (picture.src === '' || picture.src.startsWith('data:')) return;
  try {
    const response = await fetched(picture.src);
    if (response.ok) picture.src = await dataUrl(await response.blob());
  } catch {
    // Another host, that lets no page read its pictures: the still loads it from there.
  }
}

/** What a person typed or chose is a property; text has attributes only. */
export function keepValues(document: Document | ShadowRoot): void {
  for (const field of document.querySelectorAll('input')) {
    field.setAttribute('value', field.value);
    field.toggleAttribute('checked', field.checked);
  }
  for (const field of document.querySelectorAll('textarea')) field.textContent = field.value;
}

/** The pictures of a document, those of the phone's own screen included. */
export const picturesOf = (root: Document | ShadowRoot): HTMLImageElement[] => [
  ...root.querySelectorAll('img'),
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? picturesOf(shadowRoot) : [])),
];

/** The attributes of an element as text. */
export const attributesOf = (element: Element): string =>
  [...element.attributes].map(({ name, value }) => ` ${name}="${value.replaceAll('"', '&quot;')}"`).join('');

/** Attributes that change how an element of the mini-program looks without a style sheet that names them. */
const VISIBLE = new Set(['class', 'style', 'hidden']);

const styleText = (document: Document): string =>
  [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n');

/**
 * The text without what cannot be seen: attributes and classes of the mini-program's elements that no style sheet names,
 * such as `open-type`, and the names that glass-easel gives to instances of components by chance.
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

/**
 * Takes a still of a phone's document. The document is of no other use afterwards than for the next scene: its scripts
 * and pictures have been changed.
 */
export async function takeStill(document: Document): Promise<Still> {
  const view = document.defaultView;
  if (!view) throw new Error('the frame is gone');
  await Promise.all(picturesOf(document).map((picture) => keepPicture(picture, view.fetch.bind(view))));
  keepValues(document);
  for (const element of document.querySelectorAll('script, link[rel="modulepreload"]')) element.remove();
  const html = document.documentElement;
  const screen = document.getElementById('screen')?.shadowRoot;
  const inner = html.getHTML({ shadowRoots: screen ? [screen] : [] });
  const text = `<!doctype html><html${attributesOf(html)}>${inner}</html>`;
  return { html: text, look: numberOf(lookOf(text, styleText(document))) };
}
