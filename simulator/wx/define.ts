/** How an API is defined: externally it has its official type, internally it is a plain function. */
import type { Call, CallManner } from '../phone/call-types';
import type { Core } from '../phone/core';
import { ERRNO } from '../phone/errno';
import { ApiFailure } from '../phone/failure';
import type { ModelledWx, TrueResults } from './official';

export type Wx = WechatMiniprogram.Wx;

/** A group of APIs. */
export type Family = (core: Core) => Partial<ModelledWx>;

/** The type of an API's parameter. */
export type OptionOf<K extends keyof Wx> = Wx[K] extends (option: infer O) => unknown
  ? NonNullable<O>
  : never;

type SuccessOf<O> = O extends { success?: infer S } ? NonNullable<S> : never;

/** The type of an API's success result, without `errMsg`, which the phone adds. */
type ResultOf<K extends keyof Wx> = K extends keyof TrueResults
  ? TrueResults[K]
  : SuccessOf<OptionOf<K>> extends (result: infer R) => unknown
    ? Omit<R, 'errMsg'>
    : never;

/** The result type of `work`: void if the success result contains only `errMsg`. */
type Answer<K extends keyof Wx> =
  // biome-ignore lint/suspicious/noConfusingVoidType: a function that returns nothing returns void
  Record<never, never> extends ResultOf<K> ? ResultOf<K> | void : ResultOf<K>;

/**
 * Defines an asynchronous API.
 * @param work Returns the result, or throws an `ApiFailure`.
 * @param manner Whether its callbacks carry the tap gesture, and whether it can return a promise.
 */
export function asyncApi<K extends keyof Wx & string>(
  core: Core,
  name: K,
  work: (option: Partial<OptionOf<K>>, call: Call) => Answer<K> | Promise<Answer<K>>,
  manner?: CallManner,
): Wx[K] {
  const api = (option?: unknown) =>
    core.calls.make(
      name,
      option,
      (call) => {
        core.frequency.count(name);
        return work(
          (typeof option === 'object' && option !== null ? option : {}) as Partial<OptionOf<K>>,
          call,
        );
      },
      manner,
    );
  return api as unknown as Wx[K];
}

/**
 * Consumes the tap gesture of a call. Without a gesture, fails with WeChat's message
 * (developers.weixin.qq.com/community/develop/doc/0008c67a9dc1c8fd3fdb889dc56000 and others with the same text).
 */
export function requireTap(call: Call): void {
  if (call.tap === undefined) throw new ApiFailure('can only be invoked by user TAP gesture.');
  call.tap.consumed = true;
}

/**
 * Calls WeChat's servers. Without a network it fails; the message is not documented.
 * @param timeout Milliseconds; absent: no limit.
 */
export async function askWechat<T>(core: Core, ask: () => Promise<T>, timeout?: number): Promise<T> {
  if (!core.online) throw new ApiFailure('cgi failed for network issues', ERRNO.wechatUnreachable);
  const { answer, forget } = core.outside.track(ask());
  if (timeout === undefined) return answer;
  let timer: unknown;
  const late = new Promise<never>((_, reject) => {
    timer = core.clock.setTimeout(() => {
      forget();
      reject(new ApiFailure('timeout', ERRNO.timeout));
    }, timeout);
  });
  return Promise.race([answer, late]).finally(() => core.clock.clearTimeout(timer));
}
