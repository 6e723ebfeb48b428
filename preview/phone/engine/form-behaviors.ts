/** WeChat's behaviors `wx://form-field…`: they say how a form sees a component, and what is in it. */
import type { ComponentSpace, Element as EngineNode, GeneralBehavior, GeneralComponent } from 'glass-easel';

const known = new WeakMap<ComponentSpace, ReadonlyMap<string, GeneralBehavior>>();

/** Tells which behaviors a space has under WeChat's names. */
export function rememberBehaviors(
  space: ComponentSpace,
  behaviors: ReadonlyMap<string, GeneralBehavior>,
): void {
  known.set(space, behaviors);
}

/** Does the component have this behavior? */
export function hasBehavior(component: GeneralComponent | null | undefined, name: string): boolean {
  if (!component) return false;
  const behavior = known.get(component.getRootBehavior().ownerSpace)?.get(name);
  return behavior !== undefined && component.hasBehavior(behavior);
}

/** Does it stand in the template that the form stands in, or only in components that have one of these behaviors? */
export function isWithin(node: EngineNode, form: EngineNode, behaviors: readonly string[]): boolean {
  const owner = form.ownerShadowRoot;
  for (let one: EngineNode | undefined = node; one !== undefined; one = one.ownerShadowRoot?.getHostNode()) {
    if (one.ownerShadowRoot === owner) return true;
    const host = one.ownerShadowRoot?.getHostNode();
    if (!behaviors.some((name) => hasBehavior(host, name))) return false;
  }
  return false;
}
