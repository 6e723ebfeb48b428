/**
 * The ids by which frameworks name a page or component to `wx`: uni-app and others hand over an object of their own with
 * `__wxExparserNodeId__` and `__wxWebviewId__` in place of `this`.
 */

/** Something that stands for an instance: itself, or an object with its ids. */
export type Scope = object | undefined;

export interface Instances<I extends object> {
  /**
   * Gives a new instance its ids.
   * @param pageId The number of the page that the instance is in now; it is asked for whenever the id is read.
   */
  name(instance: I, pageId: () => number): void;
  /** The instance that is meant; undefined when there is none. */
  find(scope: Scope): I | undefined;
}

/** Makes the register of one process. Instances that are gone are not held. */
export function createInstances<I extends object>(): Instances<I> {
  const byId = new Map<string, WeakRef<I>>();
  const known = new WeakSet<object>();
  return {
    name(instance, pageId) {
      const id = `node-${byId.size + 1}`;
      byId.set(id, new WeakRef(instance));
      known.add(instance);
      Object.defineProperties(instance, {
        __wxExparserNodeId__: { value: id, writable: true, configurable: true },
        __wxWebviewId__: { get: pageId, configurable: true },
      });
    },
    find(scope) {
      if (typeof scope !== 'object' || scope === null) return undefined;
      if (known.has(scope)) return scope as I;
      const { __wxExparserNodeId__: id } = scope as { __wxExparserNodeId__?: unknown };
      return byId.get(String(id))?.deref();
    },
  };
}
