/** Common steps of `wx.request`, `wx.uploadFile` and `wx.downloadFile`: the task, its abort, the transfer, the log. */
import type { Core } from '../phone/core';
import { ApiFailure } from '../phone/failure';
import { interrupted, type Transfer } from '../phone/network';
import { logTransfer, timeoutOf } from './http';

/** The specific parts of one call. `A` is the result of the HTTP exchange, `R` the result of the API. */
interface TransferSteps<A extends { readonly statusCode: number }, R> {
  readonly api: 'request' | 'uploadFile' | 'downloadFile';
  /** The option as the mini-program gave it. */
  readonly option: unknown;
  /** The field `timeout` of the option. */
  readonly timeout: unknown;
  /** Do the callbacks run with the gesture of the tap during which the call was made? */
  readonly inheritsGesture: boolean;
  /** Checks the option. @throws ApiFailure for a value that WeChat refuses. */
  prepare(): { url: string; init: RequestInit };
  /** Reads the response. */
  read(response: Response): Promise<A>;
  /** Runs while the request is being sent. The call does not end before it resolves. */
  whileSending?(sent: Promise<A>): Promise<void>;
  /** Calls the listeners of the task, then converts the answer to the API's result. */
  finish(answer: A): R;
}

/**
 * Makes the call and returns the part of its task that can end it. A call from the background is not sent, nor is a
 * call that is aborted in the same turn.
 */
export function startTransfer<A extends { readonly statusCode: number }, R extends object>(
  core: Core,
  steps: TransferSteps<A, R>,
): { abort(): void } {
  const { api, option, inheritsGesture } = steps;
  let transfer: Transfer<A> | undefined;
  let aborted = false;
  const inBackground = core.hidden;

  const work = async (): Promise<R> => {
    // Return the task first, so that an abort in the same turn prevents the request.
    await undefined;
    if (aborted) throw new ApiFailure('abort');
    if (inBackground) throw interrupted();
    const { url, init } = steps.prepare();
    const log = logTransfer(core, String(init.method), url);
    transfer = core.network.transfer({
      url,
      init: { ...init, credentials: 'omit', cache: 'no-store' },
      timeout: timeoutOf(core, steps.timeout, api),
      read: steps.read,
    });
    try {
      await steps.whileSending?.(transfer.result);
      const answer = await transfer.result;
      log(answer.statusCode);
      return steps.finish(answer);
    } catch (error) {
      log(null);
      throw error;
    }
  };
  core.calls.make(api, option, work, {
    promise: false,
    ...(inheritsGesture ? { gesture: 'inherit' } : {}),
  });
  return {
    abort() {
      aborted = true;
      transfer?.stop(new ApiFailure('abort'));
    },
  };
}
