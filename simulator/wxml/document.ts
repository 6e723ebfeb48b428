/** Parses a WXML file to a tree, and finds all mistakes in it. */

import { wxsTagProblem } from '../wxs/program';
import { sortAttributes } from './attributes';
import { isMangled } from './escapes';
import { type MarkupElement, type MarkupNode, type MarkupText, parseMarkup } from './markup';
import { firstDrawn, pageMetaWarnings } from './page-meta';
import type {
  Call,
  IfNode,
  Reference,
  TextNode,
  Value,
  WxmlDocument,
  WxmlNode,
  WxsDeclaration,
} from './syntax';
import { attributeWarnings } from './unmodelled-attributes';
import { parseAttribute, parseTemplateData, parseText, ValueError } from './value';
import { WxmlError, type WxmlWarning } from './wxml-error';

/**
 * Parses a WXML file.
 * @param file Path relative to the root, for messages.
 * @throws WxmlError for mistakes that WeChat's compiler rejects.
 */
export function parseWxml(source: string, file: string): WxmlDocument {
  const warnings: WxmlWarning[] = [];
  const templates = new Map<string, readonly WxmlNode[]>();
  const imports: Reference[] = [];
  const includes: Reference[] = [];
  const scripts: WxsDeclaration[] = [];
  const calls: Call[] = [];
  /** The names of items and indexes of the loops around the current place. */
  let loops: readonly string[] = [];
  const warn = (reason: string, at: number) => warnings.push({ reason, at });
  const error = (reason: string, at: number) => new WxmlError(reason, file, source, at);

  function located<T>(read: () => T): T {
    try {
      return read();
    } catch (cause) {
      if (cause instanceof ValueError) throw error(cause.message, cause.at);
      throw cause;
    }
  }
  const read = (element: MarkupElement, name: string): Value | true => {
    const attribute = element.attributes.get(name);
    if (attribute?.raw === undefined) return true;
    const { raw, valueAt } = attribute;
    return located(() => parseAttribute(raw, valueAt, calls));
  };
  /** The value of an attribute that WeChat does not treat as an expression. */
  const plain = (element: MarkupElement, name: string): string | undefined =>
    element.attributes.get(name)?.raw;

  /** Converts siblings. A `wx:if` and its `wx:elif` and `wx:else` become one node. */
  function content(nodes: readonly MarkupNode[], decode?: Value): WxmlNode[] {
    const rest = nodes.filter((node) => node.kind === 'element' || /[^ \t\r\n]/.test(node.text));
    const found: WxmlNode[] = [];
    for (let node = rest.shift(); node !== undefined; node = rest.shift()) {
      if (node.kind === 'text') found.push(text(node, decode));
      else if (node.tag === 'wxs') scripts.push(script(node));
      else if (conditionOf(node) === 'wx:if' && !isLoop(node)) found.push(condition(node, rest));
      else found.push(repeated(node));
    }
    return found;
  }

  const text = (node: MarkupText, decode: Value | undefined): TextNode => {
    const value = located(() => parseText(node.text, node.at, calls));
    if (isMangled(node.text)) {
      warn(
        'WeChat mangles \\ and backslashes before quotes: use the other quotes, or a string of the data',
        node.at,
      );
    }
    return { kind: 'text', value, decode };
  };

  /** Removes the other branches of the condition from `rest`. A `<wxs>` may stand between two branches. */
  function condition(first: MarkupElement, rest: MarkupNode[]): WxmlNode {
    const branches: Branch[] = [{ test: test(first, 'wx:if'), content: single(first) }];
    for (let next = rest[0]; next?.kind === 'element'; next = rest[0]) {
      const word = conditionOf(next);
      if (next.tag === 'wxs') scripts.push(script(next));
      else if (isLoop(next) || wordsOf(next) > 1 || (word !== 'wx:elif' && word !== 'wx:else')) break;
      else {
        const last = word === 'wx:else';
        branches.push({ test: last ? undefined : test(next, word), content: single(next) });
        if (last) {
          rest.shift();
          break;
        }
      }
      rest.shift();
    }
    return { kind: 'if', branches };
  }

  function test(element: MarkupElement, word: string): Value {
    // WeChat accepts `wx-if` for `wx:if`, but no other attribute with a hyphen.
    const name = element.attributes.has(word) ? word : word.replace(':', '-');
    const value = read(element, name);
    if (value === true) throw error(`${name} in <${element.tag}> needs a value`, element.at);
    return value;
  }

  function repeated(element: MarkupElement): WxmlNode {
    const word = conditionOf(element);
    if (word === 'wx:elif' || word === 'wx:else') {
      const reason = isLoop(element)
        ? `<${element.tag}> has ${word} and wx:for: WeChat refuses both on one tag; put a <block> around it`
        : `<${element.tag}> has wx:elif or wx:else, but no wx:if stands before it`;
      throw error(reason, element.at);
    }
    if (!isLoop(element)) return single(element);
    const name = element.attributes.has('wx:for-items') ? 'wx:for-items' : 'wx:for';
    const list = read(element, name);
    if (list === true) throw error(`${name} in <${element.tag}> needs a value`, element.at);
    const item = plain(element, 'wx:for-item') || 'item';
    const index = plain(element, 'wx:for-index') || 'index';
    const inner = within(
      [...loops, item, index],
      (): WxmlNode =>
        word === 'wx:if'
          ? { kind: 'if', branches: [{ test: test(element, 'wx:if'), content: single(element) }] }
          : single(element),
    );
    const keyAt = element.attributes.get('wx:key')?.at ?? 0;
    return { kind: 'for', list, item, index, key: keyOf(element), keyAt, content: inner };
  }

  /** Reads the content of a loop with these names. */
  function within<T>(names: readonly string[], read: () => T): T {
    const outer = loops;
    loops = names;
    try {
      return read();
    } finally {
      loops = outer;
    }
  }

  function keyOf(element: MarkupElement): string | undefined {
    const key = element.attributes.get('wx:key');
    if (key === undefined) return undefined;
    read(element, 'wx:key');
    const name = key.raw ?? '';
    if (!/^(?:\*this|[A-Za-z_]\w*)$/.test(name)) {
      warn(`wx:key="${name}" is not a property name: items have no key`, key.at);
    }
    return name;
  }

  /** Converts an element whose control attributes have been handled already. */
  function single(element: MarkupElement): WxmlNode {
    checkRest(element);
    // Not in templates: frameworks write a template for every tag that exists, including tags that no page uses.
    const reasons = inTemplate ? [] : [...pageMetaWarnings(element, first), ...attributeWarnings(element)];
    for (const reason of reasons) warnings.push({ reason, at: element.at, tag: element.tag });
    switch (element.tag) {
      case 'block':
        checkBlock(element);
        return { kind: 'block', children: content(element.children) };
      case 'template':
        return template(element);
      case 'import':
      case 'include':
        return reference(element, element.tag);
      case 'slot':
        if (element.children.length > 0) warn('the content of <slot> is not shown', element.at);
    }
    const decodes = element.tag === 'text' && element.attributes.has('decode');
    return {
      kind: 'element',
      tag: element.tag,
      parts: sortAttributes(
        element,
        (name) => read(element, name),
        (one) => warnings.push(one),
        (reason, at) => {
          throw error(reason, at);
        },
        loops,
      ),
      children: content(element.children, decodes ? always(read(element, 'decode')) : undefined),
      at: element.at,
    };
  }

  /** Parses expressions that are not used: a mistake in them is rejected as well. */
  function checkRest(element: MarkupElement): void {
    const isDrawn = !UNDRAWN.has(element.tag);
    for (const [name, { raw, at }] of element.attributes) {
      if (/^wx-(?!if$)/.test(name)) warn(`${name} has no effect: write ${name.replace('-', ':')}`, at);
      const isRead = isDrawn
        ? !/^wx[:-]/.test(name)
        : element.tag === 'template' && /^(?:is|data)$/.test(name);
      if (!isRead && !CONTROL.has(name) && raw?.includes('{{')) read(element, name);
    }
  }

  /**
   * Warns of attributes on `<block>`, which wcc ignores: a child with a slot's name goes to the slot without a name.
   */
  function checkBlock({ attributes, at }: MarkupElement): void {
    const names = [...attributes.keys()].filter((name) => !/^wx[:-]/.test(name));
    if (names.length > 0) warn(`<block> is not an element: ${names.join(', ')} on it has no effect`, at);
  }

  function template(element: MarkupElement): WxmlNode {
    const name = plain(element, 'name');
    if (name !== undefined) {
      const outer = inTemplate;
      inTemplate = true;
      // A template sees only its own data, so no names of the loops around it.
      templates.set(
        name,
        within([], () => content(element.children)),
      );
      inTemplate = outer;
      return NOTHING;
    }
    const is = read(element, 'is');
    if (is === true) throw error('<template> needs a name or an `is`', element.at);
    if (element.children.length > 0) warn('the content of <template is> is not shown', element.at);
    content(element.children);
    const given = element.attributes.get('data');
    const raw = given?.raw;
    const data =
      given === undefined || raw === undefined
        ? undefined
        : located(() => parseTemplateData(raw, given.valueAt, calls));
    if (raw !== undefined && raw !== '' && data === undefined) {
      warn('the template gets no data: remove the text beside the {{ }}', given?.at ?? element.at);
    }
    return { kind: 'template', is, data, at: element.at };
  }

  function reference(element: MarkupElement, kind: 'import' | 'include'): WxmlNode {
    const src = plain(element, 'src');
    if (src === undefined) throw error(`<${kind}> needs a src`, element.at);
    content(element.children);
    const found: Reference = { src, at: element.at };
    (kind === 'import' ? imports : includes).push(found);
    return kind === 'import' ? NOTHING : { kind: 'include', ...found };
  }

  function script(element: MarkupElement): WxsDeclaration {
    const written = (name: string): string | true | undefined =>
      element.attributes.has(name) ? (plain(element, name) ?? true) : undefined;
    const [inside] = element.children;
    const code = inside?.kind === 'text' ? inside.text : '';
    const problem = wxsTagProblem(written('module'), written('src'), code);
    if (problem !== undefined) throw error(problem, element.at);
    return {
      module: plain(element, 'module') ?? '',
      src: plain(element, 'src'),
      code,
      codeAt: inside?.at ?? element.at,
      at: element.at,
    };
  }

  let inTemplate = false;
  const markup = parseMarkup(source, file, (one) => warnings.push(one));
  const first = firstDrawn(markup);
  const nodes = content(markup);
  return { nodes, templates, imports, includes, scripts, calls, warnings };
}

type Branch = IfNode['branches'][number];

const UNDRAWN = new Set(['block', 'template', 'import', 'include']);
/** These attributes are read where they are used. */
const CONTROL = new Set(['wx:if', 'wx-if', 'wx:elif', 'wx:for', 'wx:for-items', 'wx:key']);

/** The node for a declaration: it draws nothing, and may stand between a `wx:if` and its `wx:else`. */
const NOTHING: WxmlNode = { kind: 'block', children: [] };

const TRUE: Value = { parts: [{ kind: 'literal', value: true }] };
const always = (value: Value | true): Value => (value === true ? TRUE : value);

function conditionOf({ attributes }: MarkupElement): 'wx:if' | 'wx:elif' | 'wx:else' | undefined {
  for (const word of ['wx:else', 'wx:elif', 'wx:if'] as const) if (attributes.has(word)) return word;
  return attributes.has('wx-if') ? 'wx:if' : undefined;
}

/** The number of `wx:if`, `wx:elif` and `wx:else` attributes. */
const wordsOf = ({ attributes }: MarkupElement): number =>
  ['wx:if', 'wx:elif', 'wx:else'].filter((word) => attributes.has(word)).length;

const isLoop = ({ attributes }: MarkupElement): boolean =>
  attributes.has('wx:for') || attributes.has('wx:for-items');
