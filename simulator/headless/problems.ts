/** Exceptions of the mini-program: kept until an action of the test can throw them. */

export interface Problems {
  /** Runs a piece of the mini-program and keeps what it throws, so that life goes on as on a phone. */
  run(where: string, work: () => void): void;
  add(error: unknown, where: string): void;
  /** Throws what has been kept: one error as itself, several as an AggregateError. */
  throwFirst(): void;
}

/**
 * Makes an empty list.
 * @param heard Called with every exception; one for which it answers true is not kept.
 */
export function createProblems(heard: (error: unknown, where: string) => boolean = () => false): Problems {
  let kept: unknown[] = [];
  const add: Problems['add'] = (error, where) => {
    if (heard(error, where)) return;
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
