/** A parsed WXML file → a function from data to j-component's virtual tree. */
import { handlerOf, readComponent } from './component';
import { decodeEntities, entriesOf, keyOf } from './data';
import { type Evaluate, parseObjectBody, type Scope } from './expression';
import type { WxmlFile, WxmlFiles } from './files';
import type { WxmlElement, WxmlNode, WxmlText } from './parse';
import { findTemplate, referred } from './references';
import { parseValue, toText } from './value';
import { TYPE, type VirtualAttribute, type VirtualEvent, type VirtualNode, virtual } from './virtual';

/** Adds what a node becomes to `into`. */
type Render = (scope: Scope, into: VirtualNode[]) => void;

/** What a tag stands for: the id of a registered component and the name of its element in the DOM. */
export type ResolveTag = (tag: string, file: WxmlFile) => { id: string; tagName: string };

/** Makes a component's template: called with the data on every update. */
export type Template = (data: Readonly<Record<string, unknown>>) => VirtualNode;

/**
 * Compiles the template of a component.
 * @param pure `pureDataPattern`: data whose names match are not for rendering.
 * @throws WxmlError with file, line and reason.
 */
export function compileTemplate(
  path: string,
  files: WxmlFiles,
  resolveTag: ResolveTag,
  pure?: RegExp,
): Template {
  const file = files.load(path);
  const content = createCompiler(files, resolveTag).content(file.nodes, file, false);
  return (data) => {
    const root = virtual(TYPE.root, { tagName: 'shadow' });
    const scope = dataScope(data, file);
    content(
      pure === undefined ? scope : (name) => (pure.test(name) ? undefined : scope(name)),
      root.children,
    );
    return root;
  };
}

const dataScope =
  (data: Readonly<Record<string, unknown>>, file: WxmlFile): Scope =>
  (name) =>
    file.modules.has(name) ? file.modules.get(name) : data[name];

function createCompiler(files: WxmlFiles, resolveTag: ResolveTag) {
  const templates = new Map<WxmlElement, Render>();

  /** Runs `parse`; a syntax error in an expression becomes one with file and line. */
  function located<T>(file: WxmlFile, at: number, parse: () => T): T {
    try {
      return parse();
    } catch (error) {
      if (error instanceof SyntaxError) throw file.error(error.message, at);
      throw error;
    }
  }
  const read = (element: WxmlElement, name: string, file: WxmlFile): Evaluate | undefined => {
    const text = element.attributes.get(name);
    if (text === undefined) return undefined;
    return text === true ? () => true : located(file, element.at, () => parseValue(text));
  };

  /** Siblings: `wx:if`, `wx:elif`, `wx:else` belong together. */
  function content(nodes: readonly WxmlNode[], file: WxmlFile, verbatim: boolean): Render {
    const renders: Render[] = [];
    const rest = nodes.filter((node) => verbatim || node.kind === 'element' || node.text.trim() !== '');
    while (rest.length > 0) {
      const node = rest.shift();
      if (node === undefined) break;
      if (node.kind === 'text') renders.push(text(node, file, verbatim));
      else if (node.attributes.has('wx:if') && !node.attributes.has('wx:for')) {
        const chain = [node];
        for (let next = rest[0]; next?.kind === 'element'; next = rest[0]) {
          const last = next.attributes.has('wx:else');
          if (!last && !next.attributes.has('wx:elif')) break;
          chain.push(next);
          rest.shift();
          if (last) break;
        }
        renders.push(choice(chain, file));
      } else if (node.attributes.has('wx:elif') || node.attributes.has('wx:else')) {
        throw file.error(`<${node.tag}> has wx:elif or wx:else, but no wx:if stands before it`, node.at);
      } else renders.push(repeated(node, file));
    }
    return (scope, into) => {
      for (const render of renders) render(scope, into);
    };
  }

  function text(node: WxmlText, file: WxmlFile, verbatim: boolean): Render {
    const source = verbatim ? node.text : node.text.trim().replace(/\s+/g, ' ');
    const value = located(file, node.at, () => parseValue(source));
    return (scope, into) =>
      into.push(virtual(TYPE.text, { tagName: '', content: decodeEntities(toText(value(scope))) }));
  }

  /** Always one node, so that siblings keep their places; another branch is another node. */
  function choice(chain: readonly WxmlElement[], file: WxmlFile): Render {
    const branches = chain.map((element) => ({
      test: read(element, 'wx:if', file) ?? read(element, 'wx:elif', file) ?? (() => true),
      render: single(element, file),
    }));
    return (scope, into) => {
      const index = branches.findIndex(({ test }) => test(scope));
      const node = virtual(TYPE.if, { tagName: 'wx:if', componentId: `branch ${index}` });
      branches[index]?.render(scope, node.children);
      into.push(node);
    };
  }

  function repeated(element: WxmlElement, file: WxmlFile): Render {
    const list = read(element, 'wx:for', file) ?? read(element, 'wx:for-items', file);
    if (list === undefined) return single(element, file);
    const itemName = String(element.attributes.get('wx:for-item') ?? 'item');
    const indexName = String(element.attributes.get('wx:for-index') ?? 'index');
    const key = element.attributes.get('wx:key');
    const test = read(element, 'wx:if', file);
    const render = single(element, file);
    return (scope, into) => {
      const node = virtual(TYPE.for, { tagName: 'wx:for' });
      for (const [index, item] of entriesOf(list(scope))) {
        const inner: Scope = (name) => (name === itemName ? item : name === indexName ? index : scope(name));
        const child = virtual(TYPE.forItem, { key: keyOf(item, key) });
        if (test === undefined || test(inner)) render(inner, child.children);
        node.children.push(child);
      }
      into.push(node);
    };
  }

  /** One element, its control attributes already dealt with. */
  function single(element: WxmlElement, file: WxmlFile): Render {
    switch (element.tag) {
      case 'block':
        return content(element.children, file, false);
      case 'template':
        return useTemplate(element, file);
      case 'include':
        return include(element, file);
      case 'slot': {
        const name = read(element, 'name', file);
        return (scope, into) =>
          into.push(virtual(TYPE.slot, { tagName: 'slot', slotName: toText(name?.(scope)) }));
      }
      default:
        return component(element, file);
    }
  }

  function component(element: WxmlElement, file: WxmlFile): Render {
    const { id, tagName } = resolveTag(element.tag, file);
    const { attributes, events, models, generics } = readComponent(
      element,
      (name) => read(element, name, file),
      (tag) => resolveTag(tag, file).id,
    );
    const children = content(element.children, file, element.tag === 'text');
    return (scope, into) => {
      const attrs: VirtualAttribute[] = attributes.map(({ name, value }) => ({ name, value: value(scope) }));
      const event: Record<string, VirtualEvent> = {};
      for (const one of events) event[one.key] = { ...one.event, handler: handlerOf(one.handler(scope)) };
      const node = virtual(TYPE.component, { tagName, componentId: id, attrs, event, models, generics });
      children(scope, node.children);
      into.push(node);
    };
  }

  function useTemplate(element: WxmlElement, file: WxmlFile): Render {
    const is = read(element, 'is', file);
    if (is === undefined) throw file.error('<template> needs a name or an `is`', element.at);
    const data = element.attributes.get('data');
    const given =
      typeof data === 'string'
        ? located(file, element.at, () => parseObjectBody(data.trim().replace(/^\{\{|\}\}$/g, '')))
        : () => ({});
    return (scope, into) => {
      const name = toText(is(scope));
      const node = virtual(TYPE.template, { componentId: `template ${name}` });
      if (name !== '') {
        const found = findTemplate(name, file, files);
        if (found === undefined) {
          throw file.error(`there is no template "${name}" in this file or its imports`, element.at);
        }
        let render = templates.get(found.element);
        if (render === undefined) {
          render = content(found.element.children, found.file, false);
          templates.set(found.element, render);
        }
        render(dataScope(given(scope) as Record<string, unknown>, found.file), node.children);
      }
      into.push(node);
    };
  }

  function include(element: WxmlElement, file: WxmlFile): Render {
    const included = referred(element, file, files);
    const render = content(included.nodes, included, false);
    return (scope, into) =>
      render((name) => (included.modules.has(name) ? included.modules.get(name) : scope(name)), into);
  }

  return { content };
}
