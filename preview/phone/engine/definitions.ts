/** Parts of a `Component({})` definition that WeChat accepts and the engine does not. */
import type { GeneralBehavior } from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { rememberBehaviors } from './form-behaviors';

type Definition = Record<string, unknown>;

/**
 * WeChat's built-in behaviors by name. Behaviors that are only for forms are empty here; form-behaviors.ts uses their
 * names.
 */
export function builtInBehaviors(space: CodeSpace): ReadonlyMap<string, unknown> {
  const formField = space.behavior().property('name', String).property('value', { type: null, value: '' });
  const none = () => space.behavior().register();
  const behaviors = new Map([
    ['wx://form-field', formField.register()],
    ['wx://form-field-group', none()],
    ['wx://form-field-button', none()],
    ['wx://component-export', none()],
  ]);
  // `_$` is private in the declarations: the engine's own behavior.
  const own = [...behaviors].map(
    ([name, behavior]) => [name, (behavior as unknown as { _$: GeneralBehavior })._$] as const,
  );
  rememberBehaviors(space.getComponentSpace(), new Map(own));
  return behaviors;
}

/**
 * Replaces the target of each relation by the engine's behavior, because the engine refuses the object that
 * `Behavior()` returns.
 */
function withTargets(definition: Definition): Definition {
  const { relations } = definition as { relations?: Record<string, { target?: { _$?: unknown } }> };
  if (typeof relations !== 'object' || relations === null) return definition;
  const resolved = Object.entries(relations).map(([key, relation]) => {
    const target = relation?.target?._$;
    return [key, target === undefined ? relation : { ...relation, target }];
  });
  return { ...definition, relations: Object.fromEntries(resolved) };
}

/** Whether `Behavior()` returned this value. */
export const isBehavior = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && '_$' in value;

/** Replaces the names of built-in behaviors (`wx://…`) in a definition by the behaviors. */
export function resolveBehaviors(given: Definition, known: ReadonlyMap<string, unknown>): Definition {
  const definition = withTargets(given);
  if (!Array.isArray(definition.behaviors)) return definition;
  const behaviors = definition.behaviors.map((behavior: unknown) =>
    typeof behavior === 'string' ? known.get(behavior) : behavior,
  );
  return { ...definition, behaviors };
}

/** Members that are private in the engine's declarations. */
interface Registered {
  readonly _$: { readonly _$builder: { readonly _$observers?: { once: boolean }[] } };
}

/**
 * Makes the observers of a behavior run once per change, even if a component has the behavior twice (directly and
 * through another behavior). exparser does this for observers and life-cycle functions, the engine only for life-cycle
 * functions.
 */
export function observedOnce<T>(behavior: T): T {
  for (const one of (behavior as Registered)._$._$builder._$observers ?? []) one.once = true;
  return behavior;
}
