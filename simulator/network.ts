/** The phone's network: ten transfers at a time, time limits, interruptions, and what a broken one is called. */
import { ERRNO } from './errno';
import { ApiFailure } from './failure';
import { bytesOf, createWaits, downloadTime, linkSpeeds, type Speed, uploadTime } from './link-speed';
import type { Outside } from './outside';
import type { PhoneClock, PhoneOptions } from './types';
import { withResolvers } from './with-resolvers';

/** One transfer that was asked for. */
export interface Transfer<T> {
  readonly result: Promise<T>;
  /** Ends it with this failure, wherever it is. Nothing happens once it has ended. */
  stop(failure: ApiFailure): void;
}

/** What is to be sent, and how the answer is read. */
export interface TransferRequest<T> {
  readonly url: string;
  readonly init: RequestInit;
  /** Milliseconds, counted from the moment when it is really sent. */
  readonly timeout: number;
  read(response: Response): Promise<T>;
}

export interface Network {
  /** Sends a request and reads the answer; waits while ten others are under way. */
  transfer<T>(request: TransferRequest<T>): Transfer<T>;
  /** How many transfers wait on the clock: the network is slow. */
  readonly slowed: number;
  /** On a slow network: resolves when of so many bytes the part between these two (0 to 1) is sent. Otherwise undefined. */
  sent(bytes: number, from: number, to: number): Promise<void> | undefined;
  /** Ends everything that is under way or waiting. */
  stopAll(failure: ApiFailure): void;
}

/** At most ten at a time; whether an eleventh fails or waits is not documented: here it waits. */
const MAX_CONCURRENT = 10;
/** Transfers still under way this long after the mini-program went to the background are interrupted (ms). */
export const BACKGROUND_LIMIT = 5000;

const broken = (code: number, name: string) =>
  new ApiFailure(`errcode:${code} cronet_error_code:${code} error_msg:net::${name}`, ERRNO.network);

export const disconnected = () => broken(-106, 'ERR_INTERNET_DISCONNECTED');
/**
 * In the background for longer than 5 s, or sent from there: until the mini-program is back nothing can be sent
 * (framework/ability/network.html; errno 600003 names both cases).
 */
export const interrupted = () => new ApiFailure('interrupted', ERRNO.interrupted);

/** What Node's fetch calls a failure, in Chromium's words. */
const NETWORK_ERRORS: Readonly<Record<string, () => ApiFailure>> = {
  ECONNREFUSED: () => broken(-102, 'ERR_CONNECTION_REFUSED'),
  ENOTFOUND: () => broken(-105, 'ERR_NAME_NOT_RESOLVED'),
  EAI_AGAIN: () => broken(-105, 'ERR_NAME_NOT_RESOLVED'),
  ETIMEDOUT: () => broken(-118, 'ERR_CONNECTION_TIMED_OUT'),
  UND_ERR_CONNECT_TIMEOUT: () => broken(-118, 'ERR_CONNECTION_TIMED_OUT'),
};

/** What the network needs of its phone. */
interface NetworkPhone {
  readonly clock: PhoneClock;
  readonly options: Pick<PhoneOptions, 'fetch'>;
  readonly outside: Outside;
  readonly online: boolean;
  readonly speed: Speed | undefined;
}

/** Makes the network of one phone. */
export function createNetwork(getPhone: () => NetworkPhone): Network {
  /** Every transfer that has not ended yet. */
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

  /** `fetch` over the network as it is: a slow one takes its time, on the clock, before and after the server. */
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
