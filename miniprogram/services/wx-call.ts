/** Promise forms of wx's callback APIs. wx's own need base library 2.10.2; these work on every version. */

/** The failure of a wx call: `errMsg` always, `errno` since base library 2.24.0 for some failures. */
export class WxFailure extends Error {
  constructor(
    /** WeChat's text, e.g. `authorize:fail auth deny`. Its wording differs between platforms. */
    readonly errMsg: string,
    /** WeChat's number, or null when it gave none. */
    readonly errno: number | null = null,
  ) {
    super(errMsg);
    this.name = 'WxFailure';
  }
}

/** The callbacks to spread into a wx call. */
export interface Callbacks<T> {
  success: (result: T) => void;
  fail: (failure: { errMsg?: string; errno?: number }) => void;
}

/**
 * Calls a wx API and waits for its answer.
 * @param start makes the call with the callbacks that it is handed
 * @param timeout milliseconds after which a call that never answers counts as failed; leave it out for calls
 *   that wait for a person
 * @throws WxFailure when the call fails, does not exist on this phone, or takes too long
 */
export function wxCall<T>(start: (callbacks: Callbacks<T>) => unknown, timeout?: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      if (timer !== undefined) clearTimeout(timer);
    };
    const fail = (failure: { errMsg?: string; errno?: number }) => {
      end();
      reject(new WxFailure(failure.errMsg ?? 'fail', failure.errno ?? null));
    };
    if (timeout !== undefined) timer = setTimeout(() => fail({ errMsg: 'fail timeout' }), timeout);
    try {
      start({
        success: (result) => {
          end();
          resolve(result);
        },
        fail,
      });
    } catch (error) {
      // Most often a TypeError: this base library does not have the API.
      fail({ errMsg: `fail ${String(error)}` });
    }
  });
}
