/** Behaviors that stand inside each other: the engines call themselves for each, until the stack overflows. */

/**
 * So many may stand inside each other. A choice, as for `require`: exparser takes 2000, glass-easel, WeChat's newer
 * framework, overflows before.
 */
const DEEPEST = 300;

/** The behaviors of one process. */
export interface BehaviorDepths {
  /**
   * Makes a behavior with `make`.
   * @param behaviors what its definition has under this name
   * @param where page or component whose script runs
   * @throws Error that names `where` when too many behaviors stand inside each other
   */
  made<T>(behaviors: unknown, where: string, make: () => T): T;
}

/** Counts the behaviors of one process. */
export function createBehaviorDepths(): BehaviorDepths {
  const depths = new Map<unknown, number>();
  return {
    made(behaviors, where, make) {
      const inner = (Array.isArray(behaviors) ? behaviors : []).map((one) => depths.get(one) ?? 0);
      const depth = 1 + inner.reduce((most, one) => Math.max(most, one), 0);
      if (depth > DEEPEST) {
        throw new Error(
          `${where || 'app'}: more than ${DEEPEST} behaviors stand inside each other. Before the stack overflows: list them side by side in one component`,
        );
      }
      const made = make();
      depths.set(made, depth);
      return made;
    },
  };
}
