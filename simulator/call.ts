/** How an asynchronous API is called and answered: callbacks or a promise, the gesture, the log. */
import { failureResult } from './failure';
import type { Gesture, Tap } from './gesture';
import type { EventLog } from './log';
import { post } from './turns';
import type { PhoneClock } from './types';

/** What every asynchronous API takes. */
export interface CallOption {
  success?: (result: never) => void;
  fail?: (result: never) => void;
  complete?: (result: never) => void;
}

/** One call that is under way. */
export interface Call {
  readonly api: string;
  readonly id: number;
  /** The tap that it was made as the consequence of. */
  readonly tap: Tap | undefined;
  /** While `answer` pends, the call waits for a person, not for the phone. */
  person<T>(answer: Promise<T>): Promise<T>;
}

/**
 * Whether the callbacks carry the tap gesture: `inherit` if the call was made with it (request, getSetting),
 * `grant` on success because a person has just tapped (showModal, showActionSheet).
 */
export type GesturePolicy = 'none' | 'inherit' | 'grant';

export interface CallManner {
  /** Default `none`. */
  readonly gesture?: GesturePolicy;
  /** False for an API that returns a task, never a promise. Default true. */
  readonly promise?: boolean;
}

export interface Calls {
  /** Calls without an answer, those that wait for a person included. */
  readonly pending: number;
  /** Calls without an answer that wait for no person. */
  readonly busy: number;
  /**
   * Makes a call. Without any callback it returns a promise, where the API and the base library have promises.
   * An `ApiFailure` thrown by `work` becomes the failure that the mini-program sees.
   */
  make(
    api: string,
    option: unknown,
    work: (call: Call) => unknown,
    manner?: CallManner,
  ): Promise<unknown> | undefined;
  /** Runs a synchronous API: logs it, and turns an `ApiFailure` into the `Error` that WeChat throws. */
  sync<T>(api: string, args: unknown, work: () => T): T;
  /** Forgets every pending call: none of them is ever answered. */
  drop(): void;
}

interface Surroundings {
  gesture: Gesture;
  log: EventLog;
  clock: PhoneClock;
  /** Has this base library promises (2.10.2 and later)? */
  promises(): boolean;
  /** Has it error numbers (2.24.0 and later)? */
  errno(): boolean;
  generation(): number;
  touch(): void;
  raise(error: unknown, where: string): void;
}

/** Makes the account of one phone's calls. */
export function createCalls(around: Surroundings): Calls {
  let lastId = 0;
  /** Call → how many answers of persons it waits for. */
  const open = new Map<number, number>();
  const { clock, gesture, log } = around;

  const begin = (api: string, args: unknown): number => {
    lastId += 1;
    around.touch();
    log.add({ kind: 'call', at: clock.now(), api, args: log.mask(withoutCallbacks(args)), id: lastId });
    return lastId;
  };
  const end = (api: string, id: number, ok: boolean, result: unknown) => {
    around.touch();
    log.add({ kind: 'result', at: clock.now(), api, id, ok, result: log.mask(result) });
  };

  const make: Calls['make'] = (
    api,
    option,
    work,
    { gesture: policy = 'none', promise: promises = true } = {},
  ) => {
    const callbacks = (typeof option === 'object' && option !== null ? option : {}) as Record<
      string,
      unknown
    >;
    const wantsPromise = !['success', 'fail', 'complete'].some(
      (name) => typeof callbacks[name] === 'function',
    );
    const id = begin(api, option);
    const { tap } = gesture;
    const generation = around.generation();
    open.set(id, 0);
    const wait = (by: number) => {
      const waiting = open.get(id);
      if (waiting !== undefined) open.set(id, waiting + by);
      around.touch();
    };
    const call: Call = {
      api,
      id,
      tap,
      person(answer) {
        wait(1);
        return answer.finally(() => wait(-1));
      },
    };

    let settle: { resolve(value: unknown): void; reject(reason: unknown): void } | undefined;
    const promise =
      promises && wantsPromise && around.promises()
        ? new Promise<unknown>((resolve, reject) => {
            settle = { resolve, reject };
          })
        : undefined;

    const deliver = (ok: boolean, result: unknown) => {
      post(() => {
        // The process that made this call is gone.
        if (generation !== around.generation()) return;
        open.delete(id);
        end(api, id, ok, result);
        if (settle !== undefined) {
          gesture.enter(undefined);
          if (ok) settle.resolve(result);
          else settle.reject(result);
          return;
        }
        gesture.enter(carried(policy, tap, ok));
        for (const name of [ok ? 'success' : 'fail', 'complete']) {
          const callback = callbacks[name];
          if (typeof callback !== 'function') continue;
          try {
            callback(result);
          } catch (error) {
            around.raise(error, `The ${name} callback of wx.${api}`);
          }
        }
        gesture.leave();
      });
    };

    const outcome = (async () => work(call))();
    outcome.then(
      (result) => deliver(true, { ...(result as object | undefined), errMsg: `${api}:ok` }),
      (error: unknown) => deliver(false, failureResult(api, error, around.errno())),
    );
    return promise;
  };

  return {
    get pending() {
      return open.size;
    },
    get busy() {
      let busy = 0;
      for (const waiting of open.values()) if (waiting === 0) busy += 1;
      return busy;
    },
    make,
    sync(api, args, work) {
      const id = begin(api, args);
      try {
        const result = work();
        end(api, id, true, result);
        return result;
      } catch (error) {
        const failure = failureResult(api, error, around.errno());
        end(api, id, false, failure);
        throw Object.assign(new Error(failure.errMsg), failure);
      }
    },
    drop() {
      open.clear();
    },
  };
}

/** The tap that the callbacks of a call carry. */
function carried(policy: GesturePolicy, tap: Tap | undefined, ok: boolean): Tap | undefined {
  if (policy === 'inherit') return tap?.consumed === false ? tap : undefined;
  return policy === 'grant' && ok ? { consumed: false } : undefined;
}

function withoutCallbacks(args: unknown): unknown {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return args;
  return Object.fromEntries(Object.entries(args).filter(([, value]) => typeof value !== 'function'));
}
