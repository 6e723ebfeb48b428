/** Calls of asynchronous APIs: callbacks or promise, tap gesture, log. */

import type { PhoneClock } from '../types';
import { type Call, type Calls, type GesturePolicy, GivenFailure } from './call-types';
import { ERRNO } from './errno';
import { ApiFailure, failureResult } from './failure';
import type { Gesture, Tap } from './gesture';
import type { EventLog } from './log';
import { post } from './turns';

interface Surroundings {
  gesture: Gesture;
  log: EventLog;
  clock: PhoneClock;
  /** Does this base library support promises (2.10.2 and later)? */
  promises(): boolean;
  /** Does this base library support `errno` (2.24.0 and later)? */
  errno(): boolean;
  generation(): number;
  touch(): void;
  raise(error: unknown, where: string): void;
  reportOnce(message: string): void;
}

/** A wrong parameter or address is always a bug of the mini-program, whether or not it handles the failure. */
function isMistake(api: string, error: unknown): error is ApiFailure {
  if (!(error instanceof ApiFailure)) return false;
  return error.errno === ERRNO.invalidParameter || /^(navigateTo|redirectTo|switchTab|reLaunch)$/.test(api);
}

/** Creates the register of one phone's calls. */
export function createCalls(around: Surroundings): Calls {
  let lastId = 0;
  /** Call id → the number of user answers that the call waits for. */
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
    { gesture: policy = 'none', promise: promises = true, synchronous = false, substitute = false } = {},
  ) => {
    const callbacks = (typeof option === 'object' && option !== null ? option : {}) as Record<
      string,
      unknown
    >;
    const hasNoCallback = !['success', 'fail', 'complete'].some(
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
      waitForUser(answer) {
        wait(1);
        return answer.finally(() => wait(-1));
      },
    };

    let settle: { resolve(value: unknown): void; reject(reason: unknown): void } | undefined;
    const promise =
      promises && hasNoCallback && around.promises()
        ? new Promise<unknown>((resolve, reject) => {
            settle = { resolve, reject };
          })
        : undefined;

    const callBack = (ok: boolean, result: unknown) => {
      for (const name of [ok ? 'success' : 'fail', 'complete']) {
        const callback = callbacks[name];
        if (typeof callback !== 'function') continue;
        try {
          callback(result);
        } catch (error) {
          around.raise(error, `The ${name} callback of wx.${api}`);
        }
      }
    };
    const deliver = (ok: boolean, result: unknown) => {
      post(() => {
        // The process that made this call has ended.
        if (generation !== around.generation()) return;
        open.delete(id);
        end(api, id, ok, result);
        if (settle !== undefined) {
          gesture.enter(undefined);
          if (ok) settle.resolve(result);
          else settle.reject(result);
          return;
        }
        gesture.enter(tapForCallbacks(policy, tap, ok));
        callBack(ok, result);
        gesture.leave();
      });
    };
    const succeeded = (result: unknown) =>
      substitute ? substituteResult(api, result) : { ...(result as object | undefined), errMsg: `${api}:ok` };
    const failed = (error: unknown) => {
      if (error instanceof GivenFailure) return error.result;
      const result = failureResult(api, error, around.errno());
      const hasListener =
        promise !== undefined || typeof (callbacks.fail ?? callbacks.complete) === 'function';
      if (!hasListener && isMistake(api, error)) {
        around.reportOnce(
          `wx.${api} failed, and the call has neither a \`fail\` nor a \`complete\` callback: ${result.errMsg}`,
        );
      }
      return result;
    };

    if (synchronous) {
      open.delete(id);
      let ok = true;
      let result: unknown;
      try {
        result = succeeded(work(call));
      } catch (error) {
        ok = false;
        result = failed(error);
      }
      end(api, id, ok, result);
      if (settle === undefined) callBack(ok, result);
      else if (ok) settle.resolve(result);
      else settle.reject(result);
      return promise;
    }
    const outcome = (async () => work(call))();
    outcome.then(
      (result) => deliver(true, succeeded(result)),
      (error: unknown) => deliver(false, failed(error)),
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
    giveUp() {
      for (const [id, waiting] of open) if (waiting === 0) open.set(id, 1);
    },
    drop() {
      open.clear();
    },
  };
}

/** The tap gesture that is active while a call's callbacks run. */
function tapForCallbacks(policy: GesturePolicy, tap: Tap | undefined, ok: boolean): Tap | undefined {
  if (policy === 'inherit') return tap?.consumed === false ? tap : undefined;
  return policy === 'grant' && ok ? { consumed: false } : undefined;
}

/** The result of a substitute, as the mini-program receives it. */
function substituteResult(api: string, result: unknown): unknown {
  if (typeof result === 'object' && result !== null) return { errMsg: `${api}:ok`, ...result };
  return result === undefined ? { errMsg: `${api}:ok` } : result;
}

function withoutCallbacks(args: unknown): unknown {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return args;
  return Object.fromEntries(Object.entries(args).filter(([, value]) => typeof value !== 'function'));
}
