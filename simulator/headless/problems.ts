/** Exceptions of the mini-program: stored until an action of the test throws them. */

export interface Problems {
  /** Runs code of the mini-program and stores its exception, so that the mini-program continues, as on a phone. */
  run(where: string, work: () => void): void;
  add(error: unknown, where: string): void;
  /** Throws the stored exceptions: a single one unchanged, several as an AggregateError. */
  throwFirst(): void;
}

/**
 * Creates an empty list.
 * @param isHandled Called with every exception. If it returns true, the exception is not stored.
 */
export function createProblems(
  isHandled: (error: unknown, where: string) => boolean = () => false,
): Problems {
  let kept: unknown[] = [];
  const add: Problems['add'] = (error, where) => {
    if (isHandled(error, where)) return;
    if (error instanceof Error && !error.message.includes(where)) {
      // The message contains the place; the stack still shows the line.
      error.message = `${error.message}\n    in ${where}`;
    }
    kept.push(error);
  };
  return {
    add,
    run(where, work) {
      try {
        work();
      } catch (error) {
        add(error, where);
      }
    },
    throwFirst() {
      const all = kept;
      kept = [];
      const [first] = all;
      if (all.length === 1) throw first;
      if (all.length > 1) throw new AggregateError(all, all.map(String).join('\n'));
    },
  };
}
