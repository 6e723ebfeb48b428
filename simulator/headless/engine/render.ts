/**
 * Builds the engine's tree from a virtual tree. Replaces j-component's own rendering, which supports no generics, marks
 * or wxs handlers, and only strings as `style`.
 */
import { missingGeneric, unfilledSlot } from '../../program/messages';
import { camelCase } from '../../program/names';
import { copy } from '../../program/plain-copy';
import { assertEnds, type Nesting, nestingMistake } from '../../wxml/component-nesting';
import { toText } from '../wxml/value';
import { TYPE, type VirtualAttribute, type VirtualNode } from '../wxml/virtual';
import { listenForTaps } from './built-in-taps';
import { listen } from './events';
import { requestFocus } from './focus-request';
import { addMoving, setMoving } from './moving';
import { attributeSet } from './typed';
import type { EngineNode, Exparser, MutableNode, Rendered, RenderModule, ShadowRoot } from './types';
import { tidyStyle, withWxsClasses, wxsInstance } from './wxs-instance';

/** The prefix of a generic's id. The WXML that uses the surrounding component chooses its component. */
export const GENERIC = 'generic:';

/**
 * Creates the three functions of j-component's src/render/render.js.
 * @param original j-component's functions, still used for some attributes.
 * @param later Runs a function after the rendering, and handles its exceptions.
 * @param warn Called with a message about a part that WeChat accepts but does not draw. The message contains
 * components' ids.
 */
export function createRender(
  exparser: Exparser,
  original: RenderModule,
  later: (run: () => void) => void,
  warn: (message: string) => void,
): RenderModule {
  const updateEvent: RenderModule['updateEvent'] = (node, events) =>
    listen(exparser, node, events as Rendered['event']);

  function updateAttrs(node: EngineNode, attributes: readonly VirtualAttribute[]): void {
    for (const { name, value } of attributes) {
      attributeSet(node, name, value);
      requestFocus(node, name, value);
    }
    const plain = attributes
      .filter(({ name }) => !name.startsWith('change:') && !isAnimation(node, name))
      .map((one) =>
        one.name === 'style' || node.hasExternalClass?.(one.name)
          ? { ...one, value: toText(one.value) }
          : one,
      )
      .map((one) => (one.name === 'class' ? { ...one, value: withWxsClasses(node, toText(one.value)) } : one))
      // A copy: a component that modifies a value must not modify it for other components.
      .map(({ name, value }) => ({ name, value: copy(value) }));
    original.updateAttrs(node, plain);
    tidyStyle(node);
    setDeclared(node, attributes);
    setMoving(node, attributes);
    for (const { name, value } of plain) {
      // j-component sets `class` only on the component's host. A component with `virtualHost` has no host element for
      // it.
      if (name === 'class' && node.hasExternalClass?.('class'))
        node.setExternalClass?.('class', String(value));
    }
    observe(node, attributes);
  }

  /** Omit animations: without a layout they have no effect, and j-component throws for numbers, such as an opacity. */
  const isAnimation = (node: EngineNode, name: string) =>
    name === 'animation' &&
    !(node instanceof exparser.Component && exparser.Component.hasPublicProperty(node, name));

  /** Sets properties that a component declares under the name of an attribute with its own meaning. */
  function setDeclared(node: EngineNode, attributes: readonly VirtualAttribute[]): void {
    if (!(node instanceof exparser.Component)) return;
    for (const { name, value } of attributes) {
      const isData = name.startsWith('data-');
      if (name !== 'style' && !name.startsWith('mark:') && !isData) continue;
      const property = camelCase(name);
      if (!exparser.Component.hasPublicProperty(node, property)) continue;
      if (isData) {
        // j-component has set the property, but not the dataset.
        const dataset = node.dataset as Record<string, unknown>;
        dataset[camelCase(name.slice('data-'.length).toLowerCase())] = value;
        continue;
      }
      const data = exparser.Component.getDataProxy(node);
      data.scheduleReplace([property], value);
      data.doUpdates(true);
    }
  }

  /**
   * `change:name="{{wxs.function}}"`: calls the function with the new and the old value each time `name` is set
   * (https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html).
   */
  function observe(node: EngineNode, changed: readonly VirtualAttribute[]): void {
    const all = [...changed, ...(node._vt?.attrs ?? [])];
    for (const { name, value } of changed) {
      const observer = all.find((one) => one.name === `change:${name}`)?.value;
      const host = node.ownerShadowRoot?.getHostNode();
      if (typeof observer !== 'function' || host === undefined) continue;
      const values = observed.get(node) ?? new Map<string, unknown>();
      const before = values.get(name);
      // A copy, because data is modified in place.
      observed.set(node, values.set(name, copy(value)));
      // Call it after the whole rendering: the function may look for components that do not exist yet.
      later(() => observer(value, before, wxsInstance(exparser, host), wxsInstance(exparser, node)));
    }
  }

  /**
   * The generics and the nesting of the component that is being created. A variable, because exparser builds the
   * component's tree before it returns the component.
   */
  let creating: Creating = {};

  function createWith(given: Creating, make: () => MutableNode): MutableNode {
    creating = given;
    try {
      return make();
    } finally {
      creating = {};
    }
  }

  function createRoot(virtual: VirtualNode, host: EngineNode): MutableNode {
    const nesting = { file: virtual.file, outer: creating.outer };
    assertEnds(nesting);
    nestings.set(host, nesting);
    generics.set(host, creating.generics ?? {});
    const made = exparser.ShadowRoot.create(host);
    try {
      return fill(made, virtual, made);
    } catch (error) {
      throw nestingMistake(error, nesting);
    }
  }

  function create(virtual: VirtualNode, host: EngineNode | null, root: ShadowRoot | null): MutableNode {
    if (virtual.type === TYPE.root) return createRoot(virtual, host as EngineNode);
    const inside = root as ShadowRoot;
    if (virtual.type === TYPE.text) return inside.createTextNode(virtual.content);
    if (virtual.type === TYPE.component) {
      const id = componentOf(virtual.componentId, inside, () =>
        warn(missingGeneric(inside.getHostNode()?.is ?? '', virtual.tagName)),
      );
      const around = inside.getHostNode();
      const given = { generics: virtual.generics, outer: around && nestings.get(around) };
      const node = createWith(given, () => inside.createComponent(virtual.tagName, id));
      // The engine sets `_owner` only if a class has a prefix.
      if (node.classList !== undefined) node.classList._owner ??= inside.getHostNode()?.classList;
      listenForTaps(exparser, node, id);
      addMoving(node, id);
      return fill(node, virtual, inside);
    }
    const node = inside.createVirtualNode(virtual.tagName);
    if (virtual.type === TYPE.slot) nameSlot(node, virtual.slotName, inside);
    else exparser.Element.setInheritSlots(node);
    return fill(node, virtual, inside);
  }

  function nameSlot(node: EngineNode, name: string, root: ShadowRoot): void {
    exparser.Element.setSlotName(node, name);
    const host = root.getHostNode();
    if (name !== '' && host !== undefined && !exparser.Component.getComponentOptions(host).multipleSlots)
      warn(unfilledSlot(host.is, name));
  }

  function fill(node: MutableNode, virtual: VirtualNode, root: ShadowRoot): MutableNode {
    // Set before the properties: their observers read it.
    if (virtual.type === TYPE.component) node._vt = { ...virtual, attrs: [] };
    updateAttrs(node, virtual.attrs);
    updateEvent(node, virtual.event);
    for (const child of virtual.children) node.appendChild(renderExparserNode(child, null, root));
    return node;
  }

  function renderExparserNode(
    virtual: VirtualNode,
    host: EngineNode | null,
    root: ShadowRoot | null,
  ): MutableNode {
    const node = create(virtual, host, root);
    (virtual as Rendered).exparserNode = node;
    node._vt = virtual;
    return node;
  }

  return { updateAttrs, updateEvent, renderExparserNode };
}

/** The last value passed to a `change:` function, by node and attribute. */
const observed = new WeakMap<EngineNode, Map<string, unknown>>();

/** Data of a component that is needed while its tree is built. */
interface Creating {
  readonly generics?: Readonly<Record<string, string>>;
  readonly outer?: Nesting | undefined;
}

/** The nesting of each component. */
const nestings = new WeakMap<EngineNode, Nesting>();

/** The generics of each component: tag → component id, which may itself be a generic of the surrounding component. */
const generics = new WeakMap<EngineNode, Readonly<Record<string, string>>>();

/**
 * Resolves a generic: the component that the host's user chose, else the default that follows the name.
 * @param missing Called when there is neither.
 */
function componentOf(id: string, root: ShadowRoot, missing: () => void): string {
  if (!id.startsWith(GENERIC)) return id;
  const [name = '', fallback = ''] = id.slice(GENERIC.length).split('=');
  const host = root.getHostNode();
  const given = host === undefined ? undefined : generics.get(host)?.[name];
  if (given === undefined) {
    if (fallback === '') missing();
    return fallback || 'view';
  }
  const outer = host?.ownerShadowRoot;
  return outer === undefined ? given : componentOf(given, outer, missing);
}
