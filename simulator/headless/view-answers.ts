/**
 * The time at which the callback of `setData` is called. On a phone the view renders in another thread and answers
 * later: after promises, `wx.nextTick` and timers of 0 ms. exparser renders in the mini-program's own thread and could
 * answer at once.
 */
import { postTimer } from '../phone/turns';

/** The limit of answers during one action: more are an endless loop. */
const MOST = 500;

export interface ViewAnswers {
  /**
   * Calls `run` at the time when a view would have answered.
   * @param name path of the page or component, for messages
   */
  answer(name: string, run: () => void): void;
  /**
   * Resolves when all answers have been delivered; undefined if none is pending. Rejects when a callback of `setData`
   * calls `setData` again and again.
   */
  due(): Promise<void> | undefined;
  /** Starts to count the answers of a new action from 0. */
  begin(): void;
  /** Ends the process: no more callbacks are called. */
  end(): void;
}

/** Creates the answers of one process. */
export function createViewAnswers(): ViewAnswers {
  let onTheWay = 0;
  let count = 0;
  let ended = false;
  let waiting: { resolve(): void; reject(error: Error): void }[] = [];
  const settle = (how: (one: (typeof waiting)[number]) => void) => {
    const all = waiting;
    waiting = [];
    all.forEach(how);
  };
  return {
    answer(name, run) {
      onTheWay += 1;
      count += 1;
      if (count === MOST + 1) {
        const error = new Error(
          `${name}: a callback of setData calls setData again and again and does not end: ${MOST} times since the last action.\nEnd the loop, or do not wait for it: { settle: false }.`,
        );
        settle(({ reject }) => reject(error));
      }
      // The second timer starts after all timers of 0 ms that the same code has set.
      postTimer(() =>
        postTimer(() => {
          if (!ended) run();
          onTheWay -= 1;
          if (onTheWay === 0) settle(({ resolve }) => resolve());
        }),
      );
    },
    due() {
      if (onTheWay === 0 || count > MOST) return undefined;
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    begin() {
      count = 0;
    },
    end() {
      ended = true;
    },
  };
}
