/** `wx.canIUse` (typings 5.2.3, line 23570): what this base library has, from data. */
import { COMPONENT_VERSIONS } from '../component-versions';
import type { Core } from '../core';
import apiVersions from '../generated/api-versions.json';
import type { Family } from './define';

const API_VERSIONS: Readonly<Record<string, string | undefined>> = apiVersions;

export const canIUse = ((core) => ({
  canIUse: (schema) => core.calls.sync('canIUse', { schema }, () => isKnown(core, schema)),
})) satisfies Family;

/**
 * Is `${API}.${method}.${param}.${option}` or `${component}.${attribute}.${option}` there in this version?
 * Of an API's parameters and results no versions are known here: they count as old as the API.
 */
export function isKnown(core: Pick<Core, 'since'>, schema: unknown): boolean {
  if (typeof schema !== 'string') return false;
  const [name = ''] = schema.split('.');
  const api = API_VERSIONS[name];
  if (api !== undefined) return core.since(api);
  const component = COMPONENT_VERSIONS[schema];
  return component !== undefined && core.since(component);
}
