/** Interprets the attributes of an element: values, events, two-way bindings, generics. */
import type { MarkupElement } from './markup';
import type { ElementParts, EventBinding, Value } from './syntax';
import type { WxmlWarning } from './wxml-error';

/** Prefixes that only glass-easel supports; phones ignore them. */
const GLASS_EASEL_ONLY = /^(?:class|style|let|slot|data):/;
/** Prefixes of the framework, except those of events. */
const PREFIXES = /^(?:mark|change|worklet|model|generic):/;

/**
 * Sorts the attributes of an element.
 * @param read Reads an attribute's value; `true` if it has none.
 * @param warn Called with mistakes that WeChat accepts and ignores.
 * @param refuse Called with mistakes that WeChat rejects.
 * @param loops The names of items and indexes of each `wx:for` on or around the element.
 */
export function sortAttributes(
  element: MarkupElement,
  read: (name: string) => Value | true,
  warn: (warning: WxmlWarning) => void,
  refuse: (reason: string, at: number) => never,
  loops: readonly string[],
): ElementParts {
  const attributes: { name: string; value: Value | true }[] = [];
  const events: EventBinding[] = [];
  const models: Record<string, string> = {};
  const generics: Record<string, string> = {};
  for (const [name, { raw, at }] of element.attributes) {
    if (/^wx[:-]/.test(name)) continue;
    const value = read(name);
    const event = readEvent(name, warn, at);
    if (event !== undefined) events.push({ key: name, ...event, handler: value });
    else if (GLASS_EASEL_ONLY.test(name)) {
      warn({ reason: `<${element.tag}>: ${name} has no effect on phones; only glass-easel supports it`, at });
    } else if (name.startsWith('generic:')) {
      if (raw?.includes('{{')) refuse(`${name} must name a component, without {{ }}`, at);
      generics[name.slice('generic:'.length)] = raw ?? '';
    } else if (name.startsWith('model:')) {
      const attribute = name.slice('model:'.length);
      attributes.push({ name: attribute, value });
      const field = value === true ? undefined : fieldOf(value);
      if (field !== undefined && !loops.includes(field)) models[camelCase(attribute)] = field;
      else warn({ reason: notWrittenBack(name, field), at });
    } else if (!name.includes(':') || PREFIXES.test(name)) attributes.push({ name, value });
  }
  return { attributes, events, models, generics };
}

const EVENT = /^(capture-)?(mut-)?(bind|catch):?(.+)$/;

/**
 * Parses an event attribute: `bindtap`, `catch:tap`, `capture-bind:tap`, `mut-bind:tap` … WeChat first converts an
 * attribute without a colon to camel case, so `bindmy-event` listens for `myEvent`, and `capture-bindtap` is not an
 * event.
 * @returns undefined for other attributes.
 */
export function readEvent(
  attribute: string,
  warn: (warning: WxmlWarning) => void = () => {},
  at = 0,
): Omit<EventBinding, 'key' | 'handler'> | undefined {
  const found = EVENT.exec(attribute.includes(':') ? attribute : camelCase(attribute));
  const name = found?.[4];
  if (found === null || name === undefined) {
    const meant = attribute.includes(':')
      ? undefined
      : /^(capture-|mut-|capture-mut-)(bind|catch)(.+)$/.exec(attribute);
    if (meant)
      warn({ reason: `${attribute} registers no handler: write ${meant[1]}${meant[2]}:${meant[3]}`, at });
    return undefined;
  }
  if (!attribute.includes(':') && attribute.includes('-')) {
    const meant = attribute.replace(/^(bind|catch)-?/, '$1:');
    warn({
      reason: `${attribute} handles the event "${name}": write ${meant} to handle "${meant.split(':')[1]}"`,
      at,
    });
  }
  return {
    name,
    isCapture: found[1] !== undefined,
    isMutated: found[2] !== undefined,
    isCatch: found[3] === 'catch',
  };
}

function camelCase(name: string): string {
  return name.startsWith('data-') ? name : compiledName(name);
}

/** Converts a name as WeChat's compiler does: `a-b` → `aB`, `a-` → `a`. */
export const compiledName = (name: string): string =>
  name.replace(/-(\w?)/g, (_, letter: string) => letter.toUpperCase());

/** The data field that `model:value="{{a}}"` binds; undefined if the value is not a single name. */
function fieldOf({ parts }: Value): string | undefined {
  const [only] = parts;
  return parts.length === 1 && typeof only === 'object' && only.kind === 'name' ? only.name : undefined;
}

/**
 * The message for a binding that is not written back: WeChat documents only a single data field. glass-easel also
 * writes to paths and to items of a list.
 */
const notWrittenBack = (attribute: string, loopName: string | undefined): string =>
  loopName === undefined
    ? `${attribute} is not written back: WeChat takes one field of the data only, as in {{name}}; use an event`
    : `${attribute} is not written back: {{${loopName}}} is a name of wx:for, not a field of the data; use an event`;
