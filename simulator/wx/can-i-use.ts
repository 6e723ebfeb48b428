/** `wx.canIUse` (typings 5.2.3, line 23570), based on generated data about APIs and components. */

import apiFields from '../generated/api-fields.json';
import apiVersions from '../generated/api-versions.json';
import type { Core } from '../phone/core';
import { COMPONENT_VERSIONS } from './component-versions';
import type { Family } from './define';
import { OLDER_APIS } from './older-apis';

const API_VERSIONS: Readonly<Record<string, string | undefined>> = { ...apiVersions, ...OLDER_APIS };
/** API → the names of its parameter, result, callback and return types. */
const API_TYPES: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = apiFields.apis;
/** Type → its fields, separated by spaces: `name`, `name@since`, `name=value,value`, `name:Type`. */
const TYPES: Readonly<Record<string, string | undefined>> = apiFields.types;

export const canIUse = ((core) => ({
  canIUse: (schema) => core.calls.sync('canIUse', { schema }, () => isKnown(core, schema)),
})) satisfies Family;

/**
 * Does this version support the schema? The schema is one of
 * - `${API}.${method}.${param}.${option}`: method is `object`, `success`, `callback` or `return`; option is a value of
 *   the parameter or a field of the result;
 * - `${object}.${member}`, e.g. `RequestTask.abort`;
 * - `${component}.${attribute}.${option}`: the versions are those of `component-versions.ts`.
 */
export function isKnown(core: Pick<Core, 'since'>, schema: unknown): boolean {
  if (typeof schema !== 'string') return false;
  const [name = '', method, ...path] = schema.split('.');
  const api = own(API_VERSIONS, name);
  if (api !== undefined) {
    if (!core.since(api)) return false;
    if (method === undefined) return true;
    const type = own(own(API_TYPES, name) ?? {}, method);
    return type !== undefined && hasPath(core, type, path);
  }
  if (method !== undefined && Object.hasOwn(TYPES, name)) return hasPath(core, name, [method, ...path]);
  const component = own(COMPONENT_VERSIONS, schema);
  return component !== undefined && core.since(component);
}

/** Reads an own property only: `toString` is not an API. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Does the type support the path: a field, then one of its values or a field of its inner type? */
function hasPath(core: Pick<Core, 'since'>, type: string, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  for (const field of TYPES[type]?.split(' ') ?? []) {
    const [, own, since = '0.0.0', values, inner] =
      /^([\w.]+)(?:@([\d.]+))?(?:=(.+)|:(\w+))?$/.exec(field) ?? [];
    if (own !== name) continue;
    if (!core.since(since)) return false;
    if (rest.length === 0) return true;
    if (inner !== undefined) return hasPath(core, inner, rest);
    return rest.length === 1 && (values?.split(',').includes(rest[0] ?? '') ?? false);
  }
  return false;
}
