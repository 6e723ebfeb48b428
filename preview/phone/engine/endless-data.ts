/**
 * Handles values of a definition that contain a cycle, or contain one object very often. The engine copies each value
 * as a tree, so copying such a value would never end. exparser and this file copy each object once.
 */

import { dataUtils } from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { isObject } from '../../../simulator/kind-of';

type Values = Record<string, unknown>;

/** Maximum number of objects in a tree that the engine copies. For a larger tree, this file copies each object once. */
const MAX_OBJECTS = 100_000;

/** Members of a page's definition that do not become members of its instance. */
const NO_MEMBERS = new Set(['data', 'behaviors', 'properties', 'relations', 'methods', 'options']);

/** Number of objects in the tree of a value; infinite for a value with a cycle. */
function objectsIn(value: unknown, known = new Map<object, number>()): number {
  if (typeof value !== 'object' || value === null) return 0;
  const before = known.get(value);
  if (before !== undefined) return before;
  known.set(value, Number.POSITIVE_INFINITY);
  const count = Object.values(value).reduce((sum: number, one) => sum + objectsIn(one, known), 1);
  known.set(value, count);
  return count;
}

const isEndless = (value: unknown): boolean => objectsIn(value) > MAX_OBJECTS;
const endlessOf = (values: unknown): [string, unknown][] =>
  isObject(values) ? Object.entries(values).filter(([, value]) => isEndless(value)) : [];
const without = (values: Values, names: ReadonlySet<string>): Values =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !names.has(key)));

export const copyOnce = <T>(value: T): T => dataUtils.deepCopy(value, true);

/**
 * Moves the endless fields of `data` into a behavior that creates them for each instance. Then a field of the
 * same name in another definition has no effect.
 */
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

/**
 * Replaces the endless default value of a property by a function `default`, which the engine calls for each instance.
 */
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

/** Changes a definition so that the engine can copy its values. */
export const withEndlessData = (definition: Values, space: CodeSpace): Values =>
  withOwnDefaults(withOwnData(definition, space));

/** The endless members of a page, which the engine cannot copy. The caller copies them into each instance. */
export const endlessMembers = (page: Values): Values =>
  // First remove the behaviors: they are objects of the engine, and their getters throw.
  Object.fromEntries(endlessOf(without(page, NO_MEMBERS)));
