/** From what `Page()` takes to what the engine's `Component()` takes. */
import type { Definition, Instance } from './engine';

/** Fields of a page's options that mean something to the engine. */
const ENGINE_FIELDS = new Set(['data', 'behaviors', 'options']);

/**
 * A page as a component: functions become methods, everything else a field of the instance (a copy for each).
 * @param prepare Called with every new instance, before anything of the page runs.
 */
export function pageDefinition(options: Definition, prepare: (instance: Instance) => void): Definition {
  const methods: Record<string, unknown> = {};
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (ENGINE_FIELDS.has(name)) continue;
    if (typeof value === 'function') methods[name] = value;
    else fields[name] = value;
  }
  return {
    data: options.data ?? {},
    behaviors: options.behaviors ?? [],
    options: { ...(options.options as object | undefined), classPrefix: '' },
    methods,
    lifetimes: {
      created(this: Instance) {
        Object.assign(this, copy(fields));
        prepare(this);
      },
    },
  };
}

/** A component or a page written with `Component()`: as it is, but `prepare` comes first when it is a page. */
export function componentDefinition(options: Definition, prepare?: (instance: Instance) => void): Definition {
  const lifetimes = { ...(options.lifetimes as Record<string, unknown> | undefined) };
  const created = lifetimes.created ?? options.created;
  if (prepare !== undefined) {
    lifetimes.created = function (this: Instance) {
      prepare(this);
      if (typeof created === 'function') created.call(this);
    };
  }
  return {
    ...options,
    lifetimes,
    options: { ...(options.options as object | undefined), classPrefix: '' },
  };
}

/** Plain objects and arrays are copied; anything else stays what it is. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (typeof value !== 'object' || value === null) return value;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copy(inner)])) as T;
}
