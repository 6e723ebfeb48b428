/** Default values of the built-in components' properties, for `undefined` and `null` in a template. */
import type { GeneralComponent } from 'glass-easel';

type Defaults = Readonly<Record<string, unknown>>;

const defaultsOf = new Map<string, Defaults>();

/** Stores the defaults of a component. @param path the component's name in its space */
export const declareDefaults = (path: string, defaults: Defaults): void => {
  defaultsOf.set(path, defaults);
};

/**
 * The value, or the property's default for `undefined` and `null`. Without this function, the engine would also use the
 * default, but it would log a warning each time: templates of Taro and remax set every attribute of a component, most
 * of them to undefined.
 * @param name the property, in camel case
 */
export function valueOrDefault(component: GeneralComponent, name: string, value: unknown): unknown {
  if (value !== undefined && value !== null) return value;
  return defaultsOf.get(component.is)?.[name] ?? value;
}
