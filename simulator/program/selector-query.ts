/**
 * `createSelectorQuery` (typings 5.2.3: SelectorQuery): its queries, and when their callbacks are called, on both
 * stages.
 */

/** The argument of `fields`: which facts of a node the result contains. */
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

/** Access to the nodes of a stage. `I` is `this` of a page or component, `N` a node. */
export interface QueryAccess<I, N> {
  /** Resolves the argument of `in`: a page or component, or an object with its ids. Undefined if there is none. */
  find(scope: object | undefined): I | undefined;
  /** All matching nodes in the template of an instance. */
  select(instance: I, selector: string): readonly N[];
  facts(node: N, fields: Fields): Record<string, unknown>;
  viewport(fields: Fields): Record<string, unknown>;
  /** Runs a callback of the mini-program, and handles its exceptions. */
  run(where: string, work: () => void): void;
}

type Callback = (result: unknown) => void;

interface Query {
  readonly find: () => unknown;
  readonly callback: Callback | undefined;
}

/**
 * Creates a query.
 * @param scope The page or component to search in, until `in` sets another one.
 */
export function createSelectorQuery<I, N>(scope: () => I | undefined, access: QueryAccess<I, N>) {
  let inside = scope;
  let queries: Query[] = [];

  const nodesRef = (resolve: (fields: Fields) => unknown) => {
    const add = (fields: Fields, callback: Callback | undefined) => {
      queries.push({ find: () => resolve(fields), callback });
      return query;
    };
    return {
      boundingClientRect: (callback?: Callback) =>
        add({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: Callback) => add({ id: true, dataset: true, scrollOffset: true }, callback),
      context: (callback?: Callback) => add({ context: true }, callback),
      node: (callback?: Callback) => add({ node: true }, callback),
      ref: (callback?: Callback) => add({ ref: true }, callback),
      fields: (fields: Fields = {}, callback?: Callback) => add(fields, callback),
    };
  };

  /** Keeps the scope at the time of the selection: a later `in` does not change it. */
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
      const due = queries;
      queries = [];
      void Promise.resolve().then(() =>
        access.run('a callback of createSelectorQuery', () => {
          const results = due.map(({ find }) => find());
          for (const [index, one] of due.entries()) one.callback?.(results[index]);
          callback?.(results);
        }),
      );
      return query;
    },
  };
  return query;
}
