/** Exceptions of the mini-program: kept until an action of the test can throw them. */

export interface Problems {
  /** Runs a piece of the mini-program and keeps its exception: the mini-program goes on, as on a phone. */
  run(where: string, work: () => void): void;
  add(error: unknown, where: string): void;
  /** Throws what has been kept: one error as itself, several as an AggregateError. */
  throwFirst(): void;
}

/**
 * Makes an empty list.
 * @param isHandled Called with every exception. An exception for which it returns true is not kept.
 */
export function createProblems(
  isHandled: (error: unknown, where: string) => boolean = () => false,
): Problems {
  let kept: unknown[] = [];
  const add: Problems['add'] = (error, where) => {
    if (isHandled(error, where)) return;
    if (error instanceof Error && !error.message.includes(where)) {
      // The place is part of the message; the stack still shows the line.
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
