/**
 * The ids of pages and components. Frameworks such as uni-app pass to `wx` an object of their own with
 * `__wxExparserNodeId__` and `__wxWebviewId__` in place of `this`.
 */

/** Refers to an instance: the instance itself, or an object with its ids. */
type Scope = object | undefined;

export interface Instances<I extends object> {
  /**
   * Sets the ids of a new instance.
   * @param pageId Returns the number of the page that contains the instance now; called each time the id is read.
   */
  name(instance: I, pageId: () => number): void;
  /** The instance that `scope` refers to; undefined if there is none. */
  find(scope: Scope): I | undefined;
}

/** Creates the register of one process. It does not keep instances alive. */
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
