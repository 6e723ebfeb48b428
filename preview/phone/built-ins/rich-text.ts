/** `<rich-text>`: HTML text or a tree of nodes, of which only trusted tags and attributes are drawn. */
import { builtIn, type Services } from './define';

/** Tags that WeChat lists for rich-text, less those that load or run something. */
const tags = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl ' +
    'dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s ' +
    'section small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
const attributes = new Set(
  'class style src alt width height colspan rowspan align dir start type color size'.split(' '),
);

/** `{name, attrs, children}` or `{type: 'text', text}`, as WeChat documents it. */
interface RichNode {
  type?: string;
  name?: string;
  attrs?: Readonly<Record<string, unknown>>;
  text?: string;
  children?: unknown;
}

const isSafe = (name: string, value: string): boolean =>
  name !== 'src' || /^(https?:|data:image\/|\/|\.|[^:]*$)/i.test(value.trim());

/** Sets a `style` attribute. */
type Style = Services['setStyle'];

function element(
  name: string,
  entries: Iterable<readonly [string, unknown]>,
  style: Style,
): HTMLElement | null {
  if (!tags.has(name)) return null;
  const made = document.createElement(name);
  for (const [attribute, value] of entries) {
    const text = String(value);
    if (!attributes.has(attribute) || !isSafe(attribute, text)) continue;
    if (attribute === 'style') style(made, text);
    else made.setAttribute(attribute, text);
  }
  return made;
}

function fromTree(nodes: unknown, style: Style): Node[] {
  if (!Array.isArray(nodes)) return [];
  return (nodes as RichNode[]).flatMap((node): Node[] => {
    if (node.type === 'text') return [document.createTextNode(String(node.text ?? ''))];
    const made = element(String(node.name ?? '').toLowerCase(), Object.entries(node.attrs ?? {}), style);
    made?.append(...fromTree(node.children, style));
    return made ? [made] : [];
  });
}

function fromDom(parent: Node, style: Style): Node[] {
  return [...parent.childNodes].flatMap((node): Node[] => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.nodeValue ?? '')];
    if (!(node instanceof Element)) return [];
    const attrs = [...node.attributes].map(({ name, value }) => [name, value] as const);
    const made = element(node.localName, attrs, style);
    made?.append(...fromDom(node, style));
    return made ? [made] : [];
  });
}

/** The DOM of rich text. A string is parsed without ever being part of a document: nothing in it runs or loads. */
export const richNodes = (nodes: unknown, style: Style): Node[] =>
  typeof nodes === 'string'
    ? fromDom(new DOMParser().parseFromString(nodes, 'text/html').body, style)
    : fromTree(nodes, style);

/** `<rich-text>`. */
export const richText = builtIn('rich-text', { nodes: null, space: '', userSelect: false }, (host) => {
  const content = document.createElement('div');
  host.element.append(content);
  let drawn: unknown;
  return {
    render() {
      const { nodes } = host.values;
      if (nodes === drawn) return;
      drawn = nodes;
      content.replaceChildren(...richNodes(nodes ?? '', host.services.setStyle));
    },
  };
});
