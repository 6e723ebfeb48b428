/** Converts the arguments of `Page()`, `Component()` and `Behavior()` to definitions for the engine. */

import { guardDefinition } from '../program/self-trigger';
import { behaviorIds } from './engine/built-ins';
import type { Definition } from './engine/engine';

/**
 * Fields with a special meaning for the engine. A page's fields with these names become fields of the instance only.
 */
const ENGINES_OWN = new Set([
  'is',
  'id',
  'path',
  'template',
  'initiator',
  'generics',
  'listeners',
  'methods',
]);

/**
 * Converts a page to a component: functions become methods, all other fields become fields of the instance. Behaviors
 * see the fields, too: `definitionFilter` (miniprogram-computed, mobx-miniprogram-bindings) reads `computed`,
 * `storeBindings`.
 * @param preparation The first behavior of every definition: its `created` runs before any other code.
 * @returns the definition, and the fields, of which each instance gets a copy
 */
export function pageDefinition(
  options: Definition,
  preparation: string,
): { definition: Definition; fields: Definition } {
  const methods: Record<string, unknown> = {};
  const fields: Record<string, unknown> = {};
  const forEngine: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === 'function') methods[name] = value;
    else if (!ENGINES_OWN.has(name)) forEngine[name] = value;
    if (typeof value !== 'function' && name !== 'data' && name !== 'behaviors' && name !== 'options')
      fields[name] = value;
  }
  const page = { ...forEngine, data: options.data ?? {}, methods };
  return { definition: componentDefinition(page, preparation), fields };
}

/** Converts a component, or a page written with `Component()`. */
export function componentDefinition(options: Definition, preparation?: string): Definition {
  const definition = behaviorDefinition(options);
  const before = preparation === undefined ? [] : [preparation];
  return {
    ...definition,
    behaviors: [...before, ...(definition.behaviors as unknown[])],
    options: { ...(options.options as object | undefined), classPrefix: '' },
  };
}

/** Converts a behavior. Components use it, too. */
export function behaviorDefinition(given: Definition): Definition {
  const options = guardDefinition(given);
  const { behaviors, properties } = options as { behaviors?: unknown[]; properties?: object };
  return {
    ...options,
    behaviors: behaviorIds(behaviors ?? []),
    // A copy: the engine modifies the properties in place.
    ...(properties === undefined ? {} : { properties: { ...properties } }),
  };
}
