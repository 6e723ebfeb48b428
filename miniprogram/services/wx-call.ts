/** Converts wx's callback APIs to promises. wx's own promises need base library 2.10.2; this works on every version. */

/** A failed wx call. `errMsg` is always present, `errno` since base library 2.24.0 for some failures. */
export class WxFailure extends Error {
  constructor(
    /** WeChat's text, e.g. `authorize:fail auth deny`. It differs between platforms. */
    readonly errMsg: string,
    /** WeChat's error number; null if there is none. */
    readonly errno: number | null = null,
  ) {
    super(errMsg);
    this.name = 'WxFailure';
  }
}

/** Callbacks for the options of a wx call. */
interface Callbacks<T> {
  success: (result: T) => void;
  fail: (failure: { errMsg?: string; errno?: number }) => void;
}

/**
 * Calls a wx API and waits for its callback.
 * @param start calls the API with the given callbacks
 * @param timeout time limit in milliseconds, for calls without a dialog: some never call back
 * @throws WxFailure if the call fails, does not exist on this phone, or exceeds the time limit
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
      // Usually a TypeError: this base library does not have the API.
      fail({ errMsg: `fail ${String(error)}` });
    }
  });
}
