/**
 * The phone's network: at most ten transfers at a time, time limits, interruptions, and WeChat's messages for network
 * errors.
 */

import type { PhoneClock, PhoneOptions } from '../types';
import { withResolvers } from '../with-resolvers';
import { ERRNO } from './errno';
import { ApiFailure } from './failure';
import { bytesOf, createWaits, downloadTime, linkSpeeds, type Speed, uploadTime } from './link-speed';
import type { Outside } from './outside';

/** A transfer that has been requested. */
export interface Transfer<T> {
  readonly result: Promise<T>;
  /** Ends the transfer with this failure, whether it is waiting or being sent. Has no effect after its end. */
  stop(failure: ApiFailure): void;
}

/** A request, and the function that reads the response. */
interface TransferRequest<T> {
  readonly url: string;
  readonly init: RequestInit;
  /** In milliseconds, from the start of sending. */
  readonly timeout: number;
  read(response: Response): Promise<T>;
}

export interface Network {
  /** Sends a request and reads the response. Waits while ten other transfers are running. */
  transfer<T>(request: TransferRequest<T>): Transfer<T>;
  /** The number of transfers that are delayed because the network is slow. */
  readonly slowed: number;
  /**
   * Resolves when the part of `bytes` between the fractions `from` and `to` (0 to 1) has been sent. Undefined if the
   * network is not slow.
   */
  sent(bytes: number, from: number, to: number): Promise<void> | undefined;
  /** Ends all transfers, running or waiting. */
  stopAll(failure: ApiFailure): void;
}

/**
 * The limit of concurrent transfers. The documentation does not say whether an eleventh fails or waits; here it waits.
 */
const MAX_CONCURRENT = 10;
/**
 * Transfers are interrupted when they are still running this long (ms) after the mini-program went to the background.
 */
export const BACKGROUND_LIMIT = 5000;

const broken = (code: number, name: string) =>
  new ApiFailure(`errcode:${code} cronet_error_code:${code} error_msg:net::${name}`, ERRNO.network);

export const disconnected = () => broken(-106, 'ERR_INTERNET_DISCONNECTED');
/**
 * The failure of a transfer that was interrupted after 5 s in the background, or started in the background: nothing can
 * be sent until the mini-program is back in the foreground (framework/ability/network.html; errno 600003 names both
 * cases).
 */
export const interrupted = () => new ApiFailure('interrupted', ERRNO.interrupted);

/** Error code of Node's fetch → the failure with Chromium's error name. */
const NETWORK_ERRORS: Readonly<Record<string, () => ApiFailure>> = {
  ECONNREFUSED: () => broken(-102, 'ERR_CONNECTION_REFUSED'),
  ENOTFOUND: () => broken(-105, 'ERR_NAME_NOT_RESOLVED'),
  EAI_AGAIN: () => broken(-105, 'ERR_NAME_NOT_RESOLVED'),
  ETIMEDOUT: () => broken(-118, 'ERR_CONNECTION_TIMED_OUT'),
  UND_ERR_CONNECT_TIMEOUT: () => broken(-118, 'ERR_CONNECTION_TIMED_OUT'),
};

/** The parts of the phone that the network uses. */
interface NetworkPhone {
  readonly clock: PhoneClock;
  readonly options: Pick<PhoneOptions, 'fetch'>;
  readonly outside: Outside;
  readonly online: boolean;
  readonly speed: Speed | undefined;
}

/** Creates the network of one phone. */
export function createNetwork(getPhone: () => NetworkPhone): Network {
  /** The functions that end the transfers that have not ended yet. */
  const open = new Set<(failure: ApiFailure) => void>();
  const waiting: (() => void)[] = [];
  let sending = 0;
  const next = () => {
    while (sending < MAX_CONCURRENT) {
      const start = waiting.shift();
      if (start === undefined) return;
      start();
    }
  };

  const waits = createWaits(() => getPhone().clock.world ?? getPhone().clock);

  /**
   * Calls `fetch`. On a slow network, it first waits for the upload and then for the download, on the phone's clock.
   */
  async function slowFetch(url: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
    const { speed, options } = getPhone();
    if (speed === undefined) return options.fetch(url, { ...init, signal });
    const link = linkSpeeds[speed];
    await waits.wait(uploadTime(link, bytesOf(init.body)), signal);
    const response = await options.fetch(url, { ...init, signal });
    const body = await response.clone().arrayBuffer();
    await waits.wait(downloadTime(link, body.byteLength), signal);
    return response;
  }

  return {
    get slowed() {
      return waits.count;
    },
    sent(bytes, from, to) {
      const { speed, clock } = getPhone();
      if (speed === undefined) return undefined;
      const link = linkSpeeds[speed];
      const before = from === 0 ? 0 : uploadTime(link, bytes * from);
      const time = uploadTime(link, bytes * to) - before;
      return new Promise((resolve) => (clock.world ?? clock).setTimeout(resolve, time));
    },
    transfer<T>({ url, init, timeout, read }: TransferRequest<T>) {
      const phone = getPhone();
      const controller = new AbortController();
      let release: (() => void) | undefined;
      let ended = false;
      const { promise, resolve, reject } = withResolvers<T>();
      const finish = () => {
        ended = true;
        open.delete(stop);
        release?.();
      };
      const stop = (failure: ApiFailure) => {
        if (ended) return;
        finish();
        controller.abort();
        reject(failure);
      };
      open.add(stop);

      const start = () => {
        if (ended) return;
        if (!phone.online) {
          stop(disconnected());
          return;
        }
        sending += 1;
        const exchange = async () => read(await slowFetch(url, init, controller.signal));
        const tracked = phone.outside.track(exchange());
        const timer = phone.clock.setTimeout(() => stop(new ApiFailure('timeout', ERRNO.timeout)), timeout);
        release = () => {
          sending -= 1;
          phone.clock.clearTimeout(timer);
          tracked.forget();
          next();
        };
        tracked.answer.then(
          (answer) => {
            if (ended) return;
            finish();
            resolve(answer);
          },
          (error: unknown) => stop(reasonOf(error)),
        );
      };
      waiting.push(start);
      next();
      return { result: promise, stop };
    },
    stopAll(failure) {
      for (const stop of [...open]) stop(failure);
    },
  };
}

function reasonOf(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = (cause as { code?: unknown } | undefined)?.code;
  const known = typeof code === 'string' ? NETWORK_ERRORS[code] : undefined;
  return known?.() ?? broken(-101, 'ERR_CONNECTION_RESET');
}
