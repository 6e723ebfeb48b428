/**
 * Checks the arguments of `Page()`, `Component()` and `Behavior()` before the engine sees them, in the same way on both
 * stages.
 */

import { kindOf, valueText } from '../kind-of';
import { withoutEaselOptions } from './easel-options';
import { unsendable } from './sendable';

/** The built-in behaviors of WeChat that this simulator models. */
const MODELLED_BEHAVIORS: readonly unknown[] = [
  'wx://form-field',
  'wx://form-field-group',
  'wx://form-field-button',
  'wx://component-export',
];

type Definition = Readonly<Record<string, unknown>>;

/**
 * Returns the argument of one of these functions. `Component()` and `Behavior()` may have none.
 * @param path the page or component that the script belongs to, or `app`, without extension
 * @throws Error with WeChat's message when the argument is not an object
 */
export function definitionOf<T extends Definition>(
  kind: 'App' | 'Page' | 'Component' | 'Behavior',
  given: T | undefined,
  path: string,
): T {
  const definition = given === undefined && (kind === 'Component' || kind === 'Behavior') ? ({} as T) : given;
  if (kindOf(definition) === 'Object') return definition as T;
  throw new Error(`Options is not object: ${valueText(definition)} in ${path}.js`);
}

/** Where a definition is, and how to report its mistakes. */
interface DefinitionPlace {
  /** Its path from the root, or `a behavior`. */
  readonly name: string;
  /** The `pureDataPattern` of the component's JSON file. It takes precedence over that of the definition's options. */
  readonly pureDataPattern?: string | undefined;
  /** Did `Behavior()` return this? */
  isBehavior(value: unknown): boolean;
  report(message: string): void;
}

/**
 * Removes from a definition what phones ignore (options of glass-easel, `data` that is not an object, the observer of a
 * pure-data property), and WeChat's built-in behaviors that are not modelled. Reports each removal.
 * @throws Error for behaviors that `Behavior()` did not create, and for values that cannot be sent to the view.
 */
export function checkDefinition<T extends Definition>(given: T, place: DefinitionPlace): T {
  const { name, report, pureDataPattern } = place;
  const definition: Record<string, unknown> = { ...withoutEaselOptions(given, name, report) };
  const { data, behaviors, properties } = definition;
  if (data !== undefined && data !== null && kindOf(data) !== 'Object') {
    // The message is WeChat's. exparser accepts only an object.
    report(`${name}: data must be an object, your data is some ${kindOf(data)}: it is ignored.`);
    delete definition.data;
  }
  if (behaviors !== undefined && behaviors !== null)
    definition.behaviors = modelledBehaviors(behaviors, place);
  if (pureDataPattern !== undefined)
    definition.options = {
      ...(definition.options as object),
      pureDataPattern: new RegExp(pureDataPattern),
    };
  const { pureDataPattern: pattern } = (definition.options ?? {}) as { pureDataPattern?: RegExp };
  for (const [key, value] of Object.entries(Object(definition.data))) {
    const reason = kindOf(pattern) === 'RegExp' && pattern?.test(key) ? undefined : unsendable(value);
    if (reason !== undefined) throw new Error(`${name}: data: "${key}" ${reason}`);
  }
  if (typeof properties === 'object' && properties !== null) {
    for (const key of Object.keys(properties)) {
      // The message is exparser's.
      if (Object.hasOwn(Object(definition.data), key))
        report(
          `data field "${key}" is overwritten by property with the same name (when preparing "${name}").`,
        );
    }
    definition.properties = Object.fromEntries(
      Object.entries(properties).map(([key, property]) => {
        if (TYPES.has(property)) return [key, property];
        const given: Property = kindOf(property) === 'Object' ? property : {};
        return [key, checkProperty(key, withLegalType(key, given, name, report), pattern, name, report)];
      }),
    );
  }
  return definition as T;
}

function modelledBehaviors(behaviors: unknown, { name, isBehavior, report }: DefinitionPlace): unknown[] {
  if (!Array.isArray(behaviors))
    throw new Error(`${name}: behaviors must be a list, not ${kindOf(behaviors)}`);
  return behaviors.filter((one: unknown, index) => {
    if (MODELLED_BEHAVIORS.includes(one) || isBehavior(one)) return true;
    if (typeof one !== 'string' || !one.startsWith('wx://')) {
      const what = typeof one === 'string' ? `"${one}"` : `some ${kindOf(one)}`;
      throw new Error(`${name}: behaviors[${index}] must be a value that Behavior() returned, not ${what}`);
    }
    report(`${name}: the behavior "${one}" is not modelled`);
    return false;
  });
}

/** The property types of exparser. */
const TYPES = new Set<unknown>([String, Number, Boolean, Object, Array, null]);

/** exparser reports an illegal type and then accepts every value. glass-easel reports only the first illegal type. */
function withLegalType(
  key: string,
  property: Property,
  name: string,
  report: (message: string) => void,
): Property {
  const { type, optionalTypes } = property;
  if (TYPES.has(type) || (Array.isArray(optionalTypes) && optionalTypes.length > 0)) return property;
  // The message is exparser's.
  report(`the type of property "${key}" is illegal (when preparing "${name}").`);
  return { ...property, type: null };
}

interface Property {
  readonly type?: unknown;
  readonly optionalTypes?: unknown;
  readonly observer?: unknown;
}

function checkProperty(
  key: string,
  { optionalTypes, observer, ...rest }: Property,
  pure: RegExp | undefined,
  name: string,
  report: (message: string) => void,
): Property {
  const reason = unsendable((rest as { value?: unknown }).value);
  if (reason !== undefined) throw new Error(`${name}: the value of property ${key} ${reason}`);
  // "属性中的纯数据字段的属性 observer 永远不会触发" (framework/custom-component/pure-data.html).
  const neverRuns = observer !== undefined && kindOf(pure) === 'RegExp' && pure?.test(key) === true;
  if (neverRuns) {
    report(
      `${name}: the observer of property ${key} never runs: the property is pure data. Use observers: { ${key}() {} }.`,
    );
  }
  return {
    ...rest,
    // With the type null, exparser accepts every value. glass-easel would use the first of `optionalTypes` as the type.
    ...(optionalTypes === undefined || rest.type === null ? {} : { optionalTypes }),
    ...(observer === undefined || neverRuns ? {} : { observer }),
  };
}
