/** What the properties of a built-in component are when a template gives them nothing. */
import type { GeneralComponent } from 'glass-easel';

type Defaults = Readonly<Record<string, unknown>>;

const defaultsOf = new Map<string, Defaults>();

/** @param path the component's name in its space */
export const declareDefaults = (path: string, defaults: Defaults): void => {
  defaultsOf.set(path, defaults);
};

/**
 * `undefined` and `null` mean "not given" to a built-in component: its default. The engine would do the same, and warn
 * of each; templates of frameworks (Taro, remax) name every attribute that the component has, most of them undefined.
 * @param name the property, in camel case
 */
export function givenTo(component: GeneralComponent, name: string, value: unknown): unknown {
  if (value !== undefined && value !== null) return value;
  return defaultsOf.get(component.is)?.[name] ?? value;
}
