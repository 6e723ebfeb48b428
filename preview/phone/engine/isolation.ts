/**
 * Style isolation of a component (framework/custom-component/wxml-wxss.html). The JSON sets it, or the script does, in
 * `options.styleIsolation` or `options.addGlobalClass`. The preview gets these when `Component()` is called.
 */
import type { Json } from '../../vite/program/types';

/** Settings for the engine. */
export interface Isolation {
  readonly styleIsolation?: string;
  readonly addGlobalClass?: boolean;
}

/**
 * The style isolation that the `options` of `Component()` set. Empty if the JSON sets one, because the JSON takes
 * precedence.
 */
export function isolationOf(json: Json, options: unknown): Isolation {
  if (typeof json.styleIsolation === 'string' || json.addGlobalClass === true) return {};
  const { styleIsolation, addGlobalClass } = (options ?? {}) as Record<string, unknown>;
  if (typeof styleIsolation === 'string') return { styleIsolation };
  return addGlobalClass ? { addGlobalClass: true } : {};
}

/** Whether the component's class names are global. */
export const isShared = ({ styleIsolation }: Isolation): boolean =>
  styleIsolation === 'shared' || styleIsolation === 'page-shared';

/**
 * Removes the scope from an isolated component's style sheet: its class names become global.
 * @param scope The prefix with which its classes were compiled.
 */
export const withoutScope = (css: string, scope: string): string =>
  css.replaceAll(`.${scope}--`, '.').replaceAll(`:where([wx-host="${scope}"]) `, '');
