/** `createSelectorQuery` (typings 5.2.3: SelectorQuery): what is asked and when it is answered, on both stages. */

/** Which facts of a node are wanted; the argument of `fields`. */
export interface Fields {
  readonly id?: boolean;
  readonly dataset?: boolean;
  readonly mark?: boolean;
  readonly rect?: boolean;
  readonly size?: boolean;
  readonly scrollOffset?: boolean;
  readonly properties?: readonly string[];
  readonly computedStyle?: readonly string[];
  readonly context?: boolean;
  readonly node?: boolean;
  readonly ref?: boolean;
}

/** What a stage knows of its nodes. `I` is `this` of a page or component, `N` a node. */
export interface QueryAccess<I, N> {
  /** The page or component that is meant: itself, or an object with its ids; undefined when there is none. */
  find(scope: object | undefined): I | undefined;
  /** All nodes in the template of an instance that match. */
  select(instance: I, selector: string): readonly N[];
  facts(node: N, fields: Fields): Record<string, unknown>;
  viewport(fields: Fields): Record<string, unknown>;
  /** Runs a callback of the mini-program, and looks after what it throws. */
  run(where: string, work: () => void): void;
}

type Callback = (result: unknown) => void;

interface Wanted {
  readonly find: () => unknown;
  readonly callback: Callback | undefined;
}

/**
 * Makes a query.
 * @param scope The page or component that it looks in, until `in` says another.
 */
export function createSelectorQuery<I, N>(scope: () => I | undefined, access: QueryAccess<I, N>) {
  let inside = scope;
  let wanted: Wanted[] = [];

  const nodesRef = (resolve: (fields: Fields) => unknown) => {
    const want = (fields: Fields, callback: Callback | undefined) => {
      wanted.push({ find: () => resolve(fields), callback });
      return query;
    };
    return {
      boundingClientRect: (callback?: Callback) =>
        want({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: Callback) => want({ id: true, dataset: true, scrollOffset: true }, callback),
      context: (callback?: Callback) => want({ context: true }, callback),
      node: (callback?: Callback) => want({ node: true }, callback),
      ref: (callback?: Callback) => want({ ref: true }, callback),
      fields: (fields: Fields = {}, callback?: Callback) => want(fields, callback),
    };
  };

  /** A later `in` does not count for what was selected before. */
  const matches = (selector: string) => {
    const now = inside;
    return (fields: Fields) => {
      const instance = now();
      return instance === undefined
        ? []
        : access.select(instance, selector).map((node) => access.facts(node, fields));
    };
  };

  const query = {
    in(component?: object) {
      const found = access.find(component);
      inside = () => found;
      return query;
    },
    select(selector: string) {
      const all = matches(selector);
      return nodesRef((fields) => all(fields)[0] ?? null);
    },
    selectAll: (selector: string) => nodesRef(matches(selector)),
    selectViewport: () => nodesRef((fields) => access.viewport(fields)),
    exec(callback?: Callback) {
      const asked = wanted;
      wanted = [];
      void Promise.resolve().then(() =>
        access.run('a callback of createSelectorQuery', () => {
          const results = asked.map(({ find }) => find());
          for (const [index, one] of asked.entries()) one.callback?.(results[index]);
          callback?.(results);
        }),
      );
      return query;
    },
  };
  return query;
}
