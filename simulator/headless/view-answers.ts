/**
 * When the callback of `setData` is called. On a phone the view draws beside the mini-program and answers later: after
 * promises, `wx.nextTick` and timers of 0 ms. exparser draws in the mini-program's own thread and could answer at once.
 */
import { postTimer } from '../turns';

/** More answers since an action began are a loop that does not end. */
const MOST = 500;

export interface ViewAnswers {
  /**
   * Calls `run` when a view would have answered.
   * @param name path of the page or component, for messages
   */
  answer(name: string, run: () => void): void;
  /**
   * Resolves when no answer is on its way; undefined: none is awaited.
   * Rejects when a callback of `setData` calls `setData` again and again.
   */
  due(): Promise<void> | undefined;
  /** A new action begins: its answers are counted from 0. */
  begin(): void;
  /** The process has ended: nothing is called any more. */
  end(): void;
}

/** Makes the answers of one process. */
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
      // The second timer starts after all timers of 0 ms that the same piece of code has set.
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
