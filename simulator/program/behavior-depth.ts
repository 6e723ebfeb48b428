/**
 * Limits how deeply behaviors may be nested. The engines process nested behaviors recursively; without a limit the
 * stack overflows.
 */

/**
 * The maximum depth, chosen by this project like the limit of `require`: exparser supports 2000; glass-easel, WeChat's
 * newer framework, overflows earlier.
 */
const DEEPEST = 300;

interface BehaviorDepths {
  /**
   * Creates a behavior by calling `make`.
   * @param behaviors the field `behaviors` of its definition
   * @param where the page or component whose script is running
   * @throws Error that names `where` when the behaviors are nested too deeply
   */
  made<T>(behaviors: unknown, where: string, make: () => T): T;
}

/** Tracks the depth of each behavior of one process. */
export function createBehaviorDepths(): BehaviorDepths {
  const depths = new Map<unknown, number>();
  return {
    made(behaviors, where, make) {
      const inner = (Array.isArray(behaviors) ? behaviors : []).map((one) => depths.get(one) ?? 0);
      const depth = 1 + inner.reduce((most, one) => Math.max(most, one), 0);
      if (depth > DEEPEST) {
        throw new Error(
          `${where || 'app'}: more than ${DEEPEST} nested behaviors. List them side by side in one component`,
        );
      }
      const made = make();
      depths.set(made, depth);
      return made;
    },
  };
}
