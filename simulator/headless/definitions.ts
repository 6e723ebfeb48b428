/** From what `Page()`, `Component()` and `Behavior()` take to what the engine takes. */

import { guardDefinition } from '../self-trigger';
import { behaviorIds } from './engine/built-ins';
import type { Definition } from './engine/engine';

/** Names of a page's fields that mean something else to the engine: they stay fields of the instance. */
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
 * A page as a component: functions become methods, everything else a field of the instance. Behaviors see
 * the fields, too: `definitionFilter` (miniprogram-computed, mobx-miniprogram-bindings) finds `computed`, `storeBindings`.
 * @param preparation The behavior that comes first in every definition: its `created` runs before anything else.
 * @returns also the fields, of which each instance gets a copy
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

/** A component, or a page written with `Component()`. */
export function componentDefinition(options: Definition, preparation?: string): Definition {
  const definition = behaviorDefinition(options);
  const before = preparation === undefined ? [] : [preparation];
  return {
    ...definition,
    behaviors: [...before, ...(definition.behaviors as unknown[])],
    options: { ...(options.options as object | undefined), classPrefix: '' },
  };
}

/** A behavior: what components and behaviors have in common. */
export function behaviorDefinition(given: Definition): Definition {
  const options = guardDefinition(given);
  const { behaviors, properties } = options as { behaviors?: unknown[]; properties?: object };
  return {
    ...options,
    behaviors: behaviorIds(behaviors ?? []),
    // A copy: the engine prepares them in place.
    ...(properties === undefined ? {} : { properties: { ...properties } }),
  };
}
