/**
 * Passes to a property's observer a third argument, as exparser does: the path that was set. It is `['item']`, or
 * `['item', 'name']` if the component itself sets a part. glass-easel omits this argument; wepy needs it.
 */
import { isObject } from '../../../simulator/kind-of';
import { keysBeingSet } from '../../../simulator/program/self-trigger';

type Definition = Record<string, unknown>;
type Observer = (this: unknown, ...args: unknown[]) => unknown;

/** Wraps the property observers of a component or behavior definition so that they get the path. */
export function withObserverPaths(definition: Definition): Definition {
  const { properties } = definition;
  if (!isObject(properties)) return definition;
  const entries = Object.entries(properties).map(([name, property]) => [
    name,
    isObject(property) && 'observer' in property
      ? { ...property, observer: withPath(property.observer, name) }
      : property,
  ]);
  return { ...definition, properties: Object.fromEntries(entries) };
}

/** Wraps an observer, which is a function or the name of a method. */
function withPath(observer: unknown, property: string): unknown {
  if (typeof observer !== 'function' && typeof observer !== 'string') return observer;
  return function observed(this: unknown, now: unknown, before: unknown): unknown {
    const run = typeof observer === 'string' ? isObject(this) && this[observer] : observer;
    if (typeof run !== 'function') return undefined;
    const key = isObject(this) && keysBeingSet(this).find((one) => one.split(/[.[]/, 1)[0] === property);
    return (run as Observer).call(this, now, before, key ? pathOf(key) : [property]);
  };
}

/** `list[0].name` → `['list', 0, 'name']`. */
const pathOf = (key: string): (string | number)[] =>
  [...key.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([text, index]) =>
    index === undefined ? text : Number(index),
  );
