/** What `Page()`, `Component()` and `Behavior()` are given, looked at before an engine sees it. The same on both stages. */
import { withoutEaselOptions } from './easel-options';
import { kindOf } from './kind-of';

type Definition = Readonly<Record<string, unknown>>;

/**
 * A definition without what phones pass over: options of glass-easel, `data` that is no object, the observer of a
 * property of pure data. Each is reported.
 * @param name Its path from the root, or `a behavior`.
 * @param inJson The `pureDataPattern` of its JSON file: it counts before that of its options.
 */
export function checkDefinition<T extends Definition>(
  given: T,
  name: string,
  report: (message: string) => void,
  inJson?: string,
): T {
  const definition: Record<string, unknown> = { ...withoutEaselOptions(given, name, report) };
  const { data } = definition;
  if (data !== undefined && data !== null && kindOf(data) !== 'Object') {
    // In WeChat's words; exparser takes objects only.
    report(`${name}: data must be an object, your data is some ${kindOf(data)}: nothing of it is set.`);
    delete definition.data;
  }
  if (typeof inJson === 'string')
    definition.options = { ...(definition.options as object), pureDataPattern: new RegExp(inJson) };
  const { properties } = definition;
  if (typeof properties === 'object' && properties !== null) {
    const { pureDataPattern: pattern } = (definition.options ?? {}) as { pureDataPattern?: RegExp };
    definition.properties = Object.fromEntries(
      Object.entries(properties).map(([key, property]) => [
        key,
        kindOf(property) === 'Object' ? checkProperty(key, property, pattern, name, report) : property,
      ]),
    );
  }
  return definition as T;
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
  // "属性中的纯数据字段的属性 observer 永远不会触发" (framework/custom-component/pure-data.html).
  const isDeaf = observer !== undefined && kindOf(pure) === 'RegExp' && pure?.test(key) === true;
  if (isDeaf) {
    report(
      `${name}: the observer of property ${key} never runs: the property is pure data. Use observers: { ${key}() {} }.`,
    );
  }
  return {
    ...rest,
    // With the type null exparser takes every value; glass-easel would take the first of these for the type.
    ...(optionalTypes === undefined || rest.type === null ? {} : { optionalTypes }),
    ...(observer === undefined || isDeaf ? {} : { observer }),
  };
}
