/**
 * Values of a definition that refer to themselves, or to one object very often. The engine copies the values of a
 * definition as trees, which does not end for these. exparser copies each object once. So does this file.
 */
import { dataUtils } from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';

type Values = Record<string, unknown>;

/** A tree of more objects is copied object by object. */
const LARGEST = 100_000;

/** Members of a page's definition that are no members of its instance. */
const NO_MEMBERS = new Set(['data', 'behaviors', 'properties', 'relations', 'methods', 'options']);

/** Number of objects in the tree of a value; infinite for a value that refers to itself. */
function objectsIn(value: unknown, known = new Map<object, number>()): number {
  if (typeof value !== 'object' || value === null) return 0;
  const before = known.get(value);
  if (before !== undefined) return before;
  known.set(value, Number.POSITIVE_INFINITY);
  const count = Object.values(value).reduce((sum: number, one) => sum + objectsIn(one, known), 1);
  known.set(value, count);
  return count;
}

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null;
const isEndless = (value: unknown): boolean => objectsIn(value) > LARGEST;
const endlessOf = (values: unknown): [string, unknown][] =>
  isObject(values) ? Object.entries(values).filter(([, value]) => isEndless(value)) : [];
const without = (values: Values, names: ReadonlySet<string>): Values =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !names.has(key)));

/** Copies each object once. */
export const copyOnce = <T>(value: T): T => dataUtils.deepCopy(value, true);

/** `data`: a behavior makes these fields for each instance. A field of the same name in another definition is lost. */
function withOwnData(definition: Values, space: CodeSpace): Values {
  const fields = endlessOf(definition.data);
  if (fields.length === 0) return definition;
  const maker = space
    .behavior()
    .data(() => copyOnce(Object.fromEntries(fields)))
    .register();
  const behaviors = Array.isArray(definition.behaviors) ? definition.behaviors : [];
  return {
    ...definition,
    data: without(definition.data as Values, new Set(fields.map(([name]) => name))),
    behaviors: [...behaviors, maker],
  };
}

/** `properties`: the engine calls `default` for each instance. */
function withOwnDefaults(definition: Values): Values {
  if (!isObject(definition.properties)) return definition;
  const given = Object.entries(definition.properties);
  const properties = given.map(([name, property]) => {
    if (!isObject(property) || !isEndless(property.value)) return [name, property];
    const { value, ...rest } = property;
    return [name, { ...rest, default: () => copyOnce(value) }];
  });
  return { ...definition, properties: Object.fromEntries(properties) };
}

/** A definition whose values the engine can copy. */
export const withEndlessData = (definition: Values, space: CodeSpace): Values =>
  withOwnDefaults(withOwnData(definition, space));

/** The members of a page that the engine cannot copy: each instance gets a copy of them. */
export const endlessMembers = (page: Values): Values =>
  // Behaviors are objects of the engine, with getters that throw: they are left out before anything is counted.
  Object.fromEntries(endlessOf(without(page, NO_MEMBERS)));
