/**
 * Names the page or component whose creation overflows the call stack. The engine recurses for each behavior inside
 * another one. exparser, on the headless stage, does not.
 */

/** @throws Error that names the page or component, if `create` overflows the call stack */
export function withinStack<T>(name: string, create: () => T): T {
  try {
    return create();
  } catch (error) {
    if ((error as { name?: unknown } | null)?.name !== 'RangeError') throw error;
    throw new Error(
      `${name}: the stack overflows while it is created: too many behaviors stand inside each other, in it or in what it uses`,
      { cause: error },
    );
  }
}
