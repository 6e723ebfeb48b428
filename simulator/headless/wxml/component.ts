/** What the attributes of an element mean: values, events, bindings in both directions, generics. */
import type { Evaluate } from './expression';
import type { WxmlElement } from './parse';
import type { VirtualEvent } from './virtual';

export interface ComponentParts {
  readonly attributes: readonly { readonly name: string; readonly value: Evaluate }[];
  readonly events: readonly {
    readonly key: string;
    readonly event: Omit<VirtualEvent, 'handler'>;
    readonly handler: Evaluate;
  }[];
  /** `model:value` → the path of the data. */
  readonly models: Readonly<Record<string, string>>;
  /** `generic:row` → the id of the component. */
  readonly generics: Readonly<Record<string, string>>;
}

/**
 * Sorts the attributes of an element.
 * @param read Compiles an attribute's value.
 * @param idOf The id of the component that a tag stands for.
 */
export function readComponent(
  element: WxmlElement,
  read: (name: string) => Evaluate | undefined,
  idOf: (tag: string) => string,
): ComponentParts {
  const attributes: { name: string; value: Evaluate }[] = [];
  const events: { key: string; event: Omit<VirtualEvent, 'handler'>; handler: Evaluate }[] = [];
  const models: Record<string, string> = {};
  const generics: Record<string, string> = {};
  for (const [name, text] of element.attributes) {
    const value = read(name);
    if (value === undefined || name.startsWith('wx:')) continue;
    const event = parseEventName(name);
    if (event !== undefined) events.push({ key: name, event, handler: value });
    else if (name.startsWith('generic:')) generics[name.slice('generic:'.length)] = idOf(String(text));
    else if (name.startsWith('model:')) {
      const attribute = name.slice('model:'.length);
      attributes.push({ name: attribute, value });
      const path = pathOf(text);
      if (path !== undefined) models[attribute] = path;
    } else attributes.push({ name, value });
  }
  return { attributes, events, models, generics };
}

const EVENT = /^(capture-)?(mut-)?(bind|catch):?(.+)$/;

/** `bindtap`, `catch:tap`, `capture-bind:tap`, `mut-bind:tap` … */
function parseEventName(attribute: string): Omit<VirtualEvent, 'handler'> | undefined {
  const found = EVENT.exec(attribute);
  const name = found?.[4];
  if (found === null || name === undefined) return undefined;
  return {
    name,
    isCapture: found[1] !== undefined,
    isMutated: found[2] !== undefined,
    isCatch: found[3] === 'catch',
  };
}

/** The handler of an event, as its attribute gave it. */
export function handlerOf(value: unknown): VirtualEvent['handler'] {
  if (typeof value === 'function') return value as VirtualEvent['handler'];
  return value === undefined || value === null ? '' : String(value);
}

/** The data that `model:value="{{a.b}}"` binds; undefined when it is anything but a path. */
function pathOf(text: string | true): string | undefined {
  return /^\{\{\s*([\w$.[\]]+)\s*\}\}$/.exec(String(text))?.[1];
}
