/**
 * How a component's styles are isolated (framework/custom-component/wxml-wxss.html). Its JSON says so, or its script:
 * `options.styleIsolation`, `options.addGlobalClass`. What the script says is known when `Component()` is called.
 */
import type { Json } from '../../vite/program/types';

/** What is handed on to the engine. */
export interface Isolation {
  readonly styleIsolation?: string;
  readonly addGlobalClass?: boolean;
}

/** What counts for a component: its JSON first, then the options that it is registered with. */
export function isolationOf(json: Json, options: unknown): Isolation {
  if (typeof json.styleIsolation === 'string' || json.addGlobalClass === true) return {};
  const { styleIsolation, addGlobalClass } = (options ?? {}) as Record<string, unknown>;
  if (typeof styleIsolation === 'string') return { styleIsolation };
  return addGlobalClass ? { addGlobalClass: true } : {};
}

/** Are the component's class names global? */
export const isShared = ({ styleIsolation }: Isolation): boolean =>
  styleIsolation === 'shared' || styleIsolation === 'page-shared';

/**
 * The style sheet of an isolated component as that of a shared one.
 * @param scope The prefix with which its classes were compiled.
 */
export const withoutScope = (css: string, scope: string): string =>
  css.replaceAll(`.${scope}--`, '.').replaceAll(`:where([wx-host="${scope}"]) `, '');
