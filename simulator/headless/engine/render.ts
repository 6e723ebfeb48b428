/**
 * Builds the engine's tree from a virtual tree. It replaces j-component's own rendering, which has no generics, no marks, no
 * handlers in wxs, and only strings as `style`.
 */
import { missingGeneric } from '../../missing-generic';
import { camelCase } from '../../names';
import { copy } from '../../plain-copy';
import { unfilledSlot } from '../../unfilled-slot';
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

/** How the id of a generic starts: the user of the surrounding component says which component it is. */
export const GENERIC = 'generic:';

/**
 * Makes the three functions of j-component's src/render/render.js.
 * @param original j-component's own, still used for some attributes.
 * @param later Runs a function after the rendering, and handles its exceptions.
 * @param warn Called with a message about a part that WeChat accepts and does not draw. It names components by their ids.
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
      // A component that changes what it was given does not change it for others.
      .map(({ name, value }) => ({ name, value: copy(value) }));
    original.updateAttrs(node, plain);
    tidyStyle(node);
    setDeclared(node, attributes);
    setMoving(node, attributes);
    for (const { name, value } of plain) {
      // j-component takes `class` for the host's own class only. A component with `virtualHost` has no host to carry it.
      if (name === 'class' && node.hasExternalClass?.('class'))
        node.setExternalClass?.('class', String(value));
    }
    observe(node, attributes);
  }

  /** Nothing moves without a layout, and j-component fails at numbers, such as an opacity. */
  const isAnimation = (node: EngineNode, name: string) =>
    name === 'animation' &&
    !(node instanceof exparser.Component && exparser.Component.hasPublicProperty(node, name));

  /** Attributes that mean something by themselves and that a component may declare as properties, too. */
  function setDeclared(node: EngineNode, attributes: readonly VirtualAttribute[]): void {
    if (!(node instanceof exparser.Component)) return;
    for (const { name, value } of attributes) {
      const isData = name.startsWith('data-');
      if (name !== 'style' && !name.startsWith('mark:') && !isData) continue;
      const property = camelCase(name);
      if (!exparser.Component.hasPublicProperty(node, property)) continue;
      if (isData) {
        // j-component sets the property then, and leaves the dataset out.
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
   * `change:name="{{wxs.function}}"`: called with the new and the old value of `name`, as the documentation has it whenever
   * it is set: https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html
   */
  function observe(node: EngineNode, changed: readonly VirtualAttribute[]): void {
    const all = [...changed, ...(node._vt?.attrs ?? [])];
    for (const { name, value } of changed) {
      const observer = all.find((one) => one.name === `change:${name}`)?.value;
      const host = node.ownerShadowRoot?.getHostNode();
      if (typeof observer !== 'function' || host === undefined) continue;
      const values = observed.get(node) ?? new Map<string, unknown>();
      const before = values.get(name);
      // A copy: data is changed in its place.
      observed.set(node, values.set(name, copy(value)));
      // Once everything is rendered: it may look for components that do not exist yet.
      later(() => observer(value, before, wxsInstance(exparser, host), wxsInstance(exparser, node)));
    }
  }

  /**
   * Of the component that is being created: what it was given as generics, and where it stands. Its own tree is built before
   * it exists for us.
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

  /** The tree of a component. */
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
      // The engine forgets this where no class has a prefix.
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
    // Known to the node before its properties are set: observers look at it.
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

/** The last value that a `change:` listener was called with, by node and attribute. */
const observed = new WeakMap<EngineNode, Map<string, unknown>>();

/** What is known of a component before its tree is built. */
interface Creating {
  readonly generics?: Readonly<Record<string, string>>;
  readonly outer?: Nesting | undefined;
}

/** Where a component stands. */
const nestings = new WeakMap<EngineNode, Nesting>();

/** What a component was given as generics: tag → id, where the id may be a generic of the component around it. */
const generics = new WeakMap<EngineNode, Readonly<Record<string, string>>>();

/**
 * A generic's component: the one that the host was given, else the default that stands behind the name.
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
