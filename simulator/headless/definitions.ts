/** From what `Page()`, `Component()` and `Behavior()` take to what the engine takes. */
import { behaviorIds } from './engine/built-ins';
import type { Definition, Instance } from './engine/engine';

/** Fields of a page's options that mean something to the engine. */
const ENGINE_FIELDS = new Set(['data', 'behaviors', 'options']);

/**
 * A page as a component: functions become methods, everything else a field of the instance (a copy for each).
 * @param preparation The behavior that comes first in every definition: its `created` runs before anything else.
 */
export function pageDefinition(options: Definition, preparation: string): Definition {
  const methods: Record<string, unknown> = {};
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (ENGINE_FIELDS.has(name)) continue;
    if (typeof value === 'function') methods[name] = value;
    else fields[name] = value;
  }
  const { behaviors, options: settings } = options;
  return componentDefinition(
    {
      data: options.data ?? {},
      ...(behaviors === undefined ? {} : { behaviors }),
      ...(settings === undefined ? {} : { options: settings }),
      methods,
      lifetimes: {
        created(this: Instance) {
          Object.assign(this, copy(fields));
        },
      },
    },
    preparation,
  );
}

/** A component, or a page written with `Component()`. */
export function componentDefinition(options: Definition, preparation: string): Definition {
  const definition = behaviorDefinition(options);
  return {
    ...definition,
    behaviors: [preparation, ...(definition.behaviors as unknown[])],
    options: { ...(options.options as object | undefined), classPrefix: '' },
  };
}

/** A behavior: what components and behaviors have in common. */
export function behaviorDefinition(options: Definition): Definition {
  const { behaviors, properties } = options as {
    behaviors?: unknown[];
    properties?: Record<string, unknown>;
  };
  return {
    ...options,
    behaviors: behaviorIds(behaviors ?? []),
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).map(propertyOf)) }),
  };
}

/** The engine knows neither `optionalTypes` nor a property without any type: such a property takes every value. */
function propertyOf([name, given]: [string, unknown]): [string, unknown] {
  if (typeof given !== 'object' || given === null) return [name, given ?? null];
  const { optionalTypes, ...property } = given as {
    optionalTypes?: unknown[];
    type?: unknown;
    value?: unknown;
  };
  if (optionalTypes === undefined && property.type !== undefined) return [name, property];
  const value = 'value' in property ? property.value : DEFAULTS.get(property.type);
  return [name, { ...property, type: null, value: value ?? null }];
}

const DEFAULTS = new Map<unknown, unknown>([
  [String, ''],
  [Number, 0],
  [Boolean, false],
  [Array, []],
]);

/** Plain objects and arrays are copied; anything else stays what it is. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (typeof value !== 'object' || value === null) return value;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copy(inner)])) as T;
}
