/** What mini-programs may write in `Component({})` and the engine does not know by itself. */
import type { GeneralBehavior } from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { rememberBehaviors } from './form-behaviors';

type Definition = Record<string, unknown>;

/** Behaviors that WeChat brings along, by name. Those that only change how a form sees a component are empty. */
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

/** The engine's own behavior behind what `Behavior()` returns: a relation's target must be that. */
function withTargets(definition: Definition): Definition {
  const { relations } = definition as { relations?: Record<string, { target?: { _$?: unknown } }> };
  if (typeof relations !== 'object' || relations === null) return definition;
  const resolved = Object.entries(relations).map(([key, relation]) => {
    const target = relation?.target?._$;
    return [key, target === undefined ? relation : { ...relation, target }];
  });
  return { ...definition, relations: Object.fromEntries(resolved) };
}

/** Did `Behavior()` return this? */
export const isBehavior = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && '_$' in value;

/** A definition with WeChat's own behaviors resolved. */
export function resolveBehaviors(given: Definition, known: ReadonlyMap<string, unknown>): Definition {
  const definition = withTargets(given);
  if (!Array.isArray(definition.behaviors)) return definition;
  const behaviors = definition.behaviors.map((behavior: unknown) =>
    typeof behavior === 'string' ? known.get(behavior) : behavior,
  );
  return { ...definition, behaviors };
}

/** Of what is private in the engine's declarations. */
interface Registered {
  readonly _$: { readonly _$builder: { readonly _$observers?: { once: boolean }[] } };
}

/**
 * A behavior whose observers run once for a change, also when a component has it twice, by itself and through another
 * behavior. The engine knows that of life-cycle functions only; exparser takes each behavior once.
 */
export function observedOnce<T>(behavior: T): T {
  for (const one of (behavior as Registered)._$._$builder._$observers ?? []) one.once = true;
  return behavior;
}
