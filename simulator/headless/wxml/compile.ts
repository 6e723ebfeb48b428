/** Compiles a WXML file to a function from data to j-component's virtual tree. */

import { findTemplate, link } from '../../wxml/link';
import { templateCircle } from '../../wxml/nesting';
import { countNodes } from '../../wxml/node-limit';
import type {
  ElementNode,
  ForNode,
  IfNode,
  IncludeNode,
  TemplateUse,
  TextNode,
  WxmlNode,
} from '../../wxml/syntax';
import { below, watch, watchValue } from './changes';
import { decodeEntities, entriesOf, keyOf } from './data';
import {
  type Changes,
  type Evaluate,
  evaluateObject,
  evaluateText,
  evaluateValue,
  type Scope,
} from './evaluate';
import type { WxmlFile, WxmlFiles } from './files';
import { linkerOf } from './references';
import { toText } from './value';
import { TYPE, type VirtualEvent, type VirtualNode, virtual } from './virtual';

/** Appends the virtual nodes of a WXML node to `into`. */
type Render = (scope: Scope, into: VirtualNode[]) => void;

/** Resolves a tag to the id of a registered component and the tag name of its DOM element. */
export type ResolveTag = (tag: string, file: WxmlFile) => { id: string; tagName: string };

/**
 * Renders a component with its data.
 * @param changes The changes since the last call; undefined at the first call.
 */
export type Template = (data: Readonly<Record<string, unknown>>, changes?: Changes) => VirtualNode;

/**
 * Compiles the template of a component.
 * @param pure `pureDataPattern`: data whose names match is not rendered.
 * @throws WxmlError with file, line and reason.
 */
export function compileTemplate(
  path: string,
  files: WxmlFiles,
  resolveTag: ResolveTag,
  pure?: RegExp,
): Template {
  const file = files.load(path);
  link(file, linkerOf(files), files.linked);
  const compiler = createCompiler(files, resolveTag);
  const content = compiler.content(file.document.nodes, file);
  return (data, changes) => {
    compiler.start(file);
    const root = virtual(TYPE.root, { tagName: 'shadow', file: file.name });
    const scope = dataScope(data, changes, file);
    content(
      pure === undefined
        ? scope
        : { ...scope, data: (name) => (pure.test(name) ? undefined : scope.data(name)) },
      root.children,
    );
    return root;
  };
}

const dataScope = (
  data: Readonly<Record<string, unknown>>,
  changes: Changes,
  { modules }: WxmlFile,
): Scope => ({
  modules,
  data: (name) => (Object.hasOwn(data, name) ? data[name] : undefined),
  changes: (name) => below(changes, name),
});

function createCompiler(files: WxmlFiles, resolveTag: ResolveTag) {
  const linker = linkerOf(files);
  const templates = new Map<readonly WxmlNode[], Render>();
  /** The templates that are being rendered, with their names. WeChat stops a template that uses itself. */
  const drawing = new Map<readonly WxmlNode[], string>();
  const included = new Map<WxmlFile, Render>();
  let count = countNodes('');

  function content(nodes: readonly WxmlNode[], file: WxmlFile): Render {
    const renders = nodes.map((node) => one(node, file));
    const [only] = renders;
    if (renders.length === 1 && only !== undefined) return only;
    return (scope, into) => {
      for (const render of renders) render(scope, into);
    };
  }

  function one(node: WxmlNode, file: WxmlFile): Render {
    switch (node.kind) {
      case 'text':
        return text(node);
      case 'if':
        return condition(node, file);
      case 'for':
        return loop(node, file);
      case 'block':
        return content(node.children, file);
      case 'template':
        return useTemplate(node, file);
      case 'include':
        return include(node, file);
      case 'element':
        return node.tag === 'slot' ? slot(node) : component(node, file);
    }
  }

  function text({ value, decode }: TextNode): Render {
    const content = evaluateText(value);
    const decodes = decode === undefined ? undefined : evaluateValue(decode);
    return (scope, into) => {
      const shown = content(scope);
      count.other();
      into.push(
        virtual(TYPE.text, { tagName: '', content: decodes?.(scope) ? decodeEntities(shown) : shown }),
      );
    };
  }

  /**
   * Always creates exactly one node, so that the siblings keep their positions. A change of branch replaces the node.
   */
  function condition(node: IfNode, file: WxmlFile): Render {
    const branches = node.branches.map(({ test, content }) => ({
      test: test === undefined ? () => true : evaluateValue(test),
      render: one(content, file),
    }));
    return (scope, into) => {
      const index = branches.findIndex(({ test }) => test(scope));
      count.other();
      const node = virtual(TYPE.if, { tagName: 'wx:if', componentId: `branch ${index}` });
      branches[index]?.render(scope, node.children);
      into.push(node);
    };
  }

  function loop(node: ForNode, file: WxmlFile): Render {
    const { list, item: itemName, index: indexName, key, keyAt, content } = node;
    const items = evaluateValue(list);
    const changesIn = watchValue(list);
    const render = one(content, file);
    return (scope, into) => {
      const node = virtual(TYPE.for, { tagName: 'wx:for' });
      const { modules, data, changes } = scope;
      const set = changesIn(scope);
      const keys = new Set<string>();
      const duplicates = new Set<string>();
      for (const [index, item] of entriesOf(items(scope))) {
        count.other();
        const child = virtual(TYPE.forItem, { key: keyOf(item, key) });
        // An item without the property has no key. With wx:key="index" no item has one, as on a phone.
        if (child.key !== '') (keys.has(child.key) ? duplicates : keys).add(child.key);
        const inner: Scope = {
          modules,
          data: (name) => (name === indexName ? index : name === itemName ? item : data(name)),
          changes: (name) =>
            name === indexName
              ? set === true || undefined
              : name === itemName
                ? below(set, index)
                : changes(name),
        };
        render(inner, child.children);
        node.children.push(child);
      }
      if (duplicates.size > 0) {
        const listed = [...duplicates].map((one) => `"${one}"`).join(', ');
        file.warn(`Some keys are not unique while list updates: ${listed}.`, keyAt);
      }
      into.push(node);
    };
  }

  function slot({ parts }: ElementNode): Render {
    const name = parts.attributes.find((one) => one.name === 'name');
    const value = name === undefined ? undefined : evaluateValue(name.value);
    const { attributes, events } = bindings(parts);
    const rest = attributes.filter((one) => one.name !== 'name');
    return (scope, into) => {
      count.element();
      const node = virtual(TYPE.slot, {
        tagName: 'slot',
        slotName: toText(value?.(scope)),
        ...attributesOf(rest, scope),
        event: handlersOf(events, scope),
      });
      into.push(node);
    };
  }

  /** Converts the values of attributes and events to functions. */
  function bindings({ attributes, events }: ElementNode['parts']) {
    return {
      attributes: attributes.map(({ name, value }) => ({
        name,
        value: evaluateValue(value),
        changes: watchValue(value),
      })),
      events: events.map(({ key, handler, ...event }) => ({ key, event, handler: evaluateValue(handler) })),
    };
  }

  function component(element: ElementNode, file: WxmlFile): Render {
    const { id, tagName } = resolveTag(element.tag, file);
    const { attributes, events } = bindings(element.parts);
    const { models, generics: given } = element.parts;
    const generics = Object.fromEntries(
      Object.entries(given).map(([name, tag]) => [name, resolveTag(tag, file).id]),
    );
    const children = content(element.children, file);
    return (scope, into) => {
      count.element();
      const event = handlersOf(events, scope);
      const parts = { ...attributesOf(attributes, scope), event, models, generics };
      const node = virtual(TYPE.component, { tagName, componentId: id, ...parts });
      children(scope, node.children);
      into.push(node);
    };
  }

  function useTemplate({ is, data, at }: TemplateUse, file: WxmlFile): Render {
    const name = evaluateValue(is);
    const given = data === undefined ? () => ({}) : evaluateObject(data);
    const changes = data === undefined ? () => undefined : watch(data);
    return (scope, into) => {
      count.other();
      const templateName = toText(name(scope));
      const node = virtual(TYPE.template, { componentId: `template ${templateName}` });
      into.push(node);
      if (templateName === '') return;
      const found = findTemplate(templateName, file, linker);
      if (found === undefined) file.warn(`there is no template "${templateName}": nothing is drawn`, at);
      else
        draw(found, templateName, () => dataScope(given(scope), changes(scope), found.file), node.children);
    };

    function draw(
      { nodes, file: owner }: NonNullable<ReturnType<typeof findTemplate<WxmlFile>>>,
      templateName: string,
      scope: () => Scope,
      into: VirtualNode[],
    ): void {
      if (drawing.has(nodes)) {
        file.warn(templateCircle([...drawing.values()], templateName), at);
        return;
      }
      let render = templates.get(nodes);
      if (render === undefined) {
        render = content(nodes, owner);
        templates.set(nodes, render);
      }
      drawing.set(nodes, templateName);
      try {
        render(scope(), into);
      } finally {
        drawing.delete(nodes);
      }
    }
  }

  /** Compiled once per included file: the result depends only on the data, not on the including file. */
  function include(statement: IncludeNode, file: WxmlFile): Render {
    const found = linker.refer(statement, file, 'include');
    if (found === undefined) return () => {};
    const known = included.get(found);
    if (known !== undefined) return known;
    const render = content(found.document.nodes, found);
    included.set(found, render);
    return render;
  }

  return {
    content,
    /** Starts the rendering of a file: resets the count of nodes. */
    start({ name }: WxmlFile): void {
      count = countNodes(name);
    },
  };
}

interface Attribute {
  readonly name: string;
  readonly value: Evaluate;
  readonly changes: (scope: Scope) => Changes;
}

function attributesOf(attributes: readonly Attribute[], scope: Scope): Pick<VirtualNode, 'attrs' | 'again'> {
  return {
    attrs: attributes.map(({ name, value }) => ({ name, value: value(scope) })),
    again: attributes.filter(({ changes }) => changes(scope) !== undefined).map(({ name }) => name),
  };
}

function handlersOf(
  events: readonly { key: string; event: Omit<VirtualEvent, 'handler'>; handler: Evaluate }[],
  scope: Scope,
): Record<string, VirtualEvent> {
  const found: Record<string, VirtualEvent> = {};
  for (const { key, event, handler } of events) found[key] = { ...event, handler: handlerOf(handler(scope)) };
  return found;
}

/** Converts the value of an event attribute to a handler. */
function handlerOf(value: unknown): VirtualEvent['handler'] {
  if (typeof value === 'function') return value as VirtualEvent['handler'];
  return value === undefined || value === null || value === true ? '' : String(value);
}
