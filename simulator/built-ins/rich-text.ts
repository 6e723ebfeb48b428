/** The content of `<rich-text>` as DOM nodes, on both stages. It needs a document (component/rich-text.html). */

/** The supported tags. Other tags are removed with their content. */
const tags = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl ' +
    'dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s ' +
    'section small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
/** The supported attributes. `id` is not supported. */
const attributes = new Set(
  'class style src alt width height colspan rowspan align dir start type color size'.split(' '),
);

/** `{name, attrs, children}` or `{type: 'text', text}`. */
interface RichNode {
  type?: string;
  name?: string;
  attrs?: Readonly<Record<string, unknown>>;
  text?: string;
  children?: unknown;
}

/** Writes an attribute of an element. */
type WriteAttribute = (element: HTMLElement, name: string, value: string) => void;

const setAttribute: WriteAttribute = (element, name, value) => element.setAttribute(name, value);
const isSafe = (name: string, value: string): boolean =>
  name !== 'src' || /^(https?:|data:image\/|\/|\.|[^:]*$)/i.test(value.trim());

/** The character that `space` uses for a space. */
const SPACES: Readonly<Record<string, string>> = { nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' };

/**
 * Creates the DOM nodes of rich text. A string is parsed in a separate document, so no script runs and no resource
 * loads.
 * @param nodes HTML, or a list of nodes; other values draw nothing.
 * @param space `ensp`, `emsp` or `nbsp`; with other values, white space is drawn as in HTML.
 */
export function richNodes(nodes: unknown, space = '', write: WriteAttribute = setAttribute): Node[] {
  const shown = SPACES[space];
  const text = (content: string): Text =>
    document.createTextNode(shown === undefined ? content : content.replaceAll(' ', shown));

  function element(name: string, entries: Iterable<readonly [string, unknown]>): HTMLElement | null {
    if (!tags.has(name)) return null;
    const made = document.createElement(name);
    for (const [attribute, value] of entries) {
      const written = String(value);
      if (attributes.has(attribute) && isSafe(attribute, written)) write(made, attribute, written);
    }
    return made;
  }

  function fromTree(list: unknown): Node[] {
    if (!Array.isArray(list)) return [];
    return (list as (RichNode | null)[]).flatMap((node): Node[] => {
      if (typeof node !== 'object' || node === null) return [];
      if (node.type === 'text') return [text(decoded(String(node.text ?? '')))];
      const made = element(String(node.name ?? '').toLowerCase(), Object.entries(node.attrs ?? {}));
      made?.append(...fromTree(node.children));
      return made ? [made] : [];
    });
  }

  function fromDom(parent: Node): Node[] {
    return [...parent.childNodes].flatMap((node): Node[] => {
      if (node.nodeType === Node.TEXT_NODE) return [text(node.nodeValue ?? '')];
      if (!(node instanceof Element)) return [];
      const attrs = [...node.attributes].map(({ name, value }) => [name, value] as const);
      const made = element(node.localName, attrs);
      made?.append(...fromDom(node));
      return made ? [made] : [];
    });
  }

  return typeof nodes === 'string' ? fromDom(parse(nodes)) : fromTree(nodes);
}

/** Decodes the HTML entities of a text node. Tags in it are plain text. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return parse(`<p>${text.replaceAll('<', '&lt;')}</p>`).textContent ?? '';
}

/** Parses HTML in a separate document and returns its body. */
const parse = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;
