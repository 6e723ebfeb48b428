/**
 * Slow networks, with the figures of Chrome DevTools (front_end/core/sdk/NetworkManager.ts: `Slow3GConditions`,
 * `Fast3GConditions`). The latency is that of a whole request, not that of the radio link.
 */
import type { PhoneClock, Speed } from './option-types';

export type { Speed };

export const speeds: readonly Speed[] = ['fast-3g', 'slow-3g'];

/** The latency and the throughput of a network. */
interface LinkSpeed {
  /** Time from sending the request to the first byte of the response, ms. */
  readonly latency: number;
  /** Bytes per second. */
  readonly down: number;
  readonly up: number;
}

export const linkSpeeds: Readonly<Record<Speed, LinkSpeed>> = {
  'fast-3g': { latency: 562.5, down: 180_000, up: 84_375 },
  'slow-3g': { latency: 2000, down: 50_000, up: 50_000 },
};

/** Transfer time of a number of bytes, in whole ms. */
const durationOf = (bytes: number, perSecond: number): number => Math.round((bytes / perSecond) * 1000);

/** Time until the server has received the whole request, ms. */
export const uploadTime = ({ latency, up }: LinkSpeed, bytes: number): number =>
  latency + durationOf(bytes, up);

/** Time for the response's body, ms. */
export const downloadTime = ({ down }: LinkSpeed, bytes: number): number => durationOf(bytes, down);

/** The size of a body in bytes, without the separators of form fields. */
export function bytesOf(body: RequestInit['body']): number {
  if (body === null || body === undefined) return 0;
  if (typeof body === 'string') return new TextEncoder().encode(body).byteLength;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return body.byteLength;
  if (body instanceof Blob) return body.size;
  if (!(body instanceof FormData)) return 0;
  let bytes = 0;
  for (const [, value] of body.entries()) bytes += typeof value === 'string' ? bytesOf(value) : value.size;
  return bytes;
}

/** Delays of transfers, on the clock of the network. */
interface Waits {
  /** The number of transfers that are waiting now. */
  readonly count: number;
  /** Resolves after `ms`; never resolves if the signal aborts earlier. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** @param clock Called for each delay. */
export function createWaits(clock: () => PhoneClock): Waits {
  let count = 0;
  return {
    get count() {
      return count;
    },
    wait(ms, signal) {
      return new Promise((resolve) => {
        if (signal.aborted) return;
        const here = clock();
        count += 1;
        const stop = () => {
          count -= 1;
          here.clearTimeout(timer);
        };
        const timer = here.setTimeout(() => {
          signal.removeEventListener('abort', stop);
          count -= 1;
          resolve();
        }, ms);
        signal.addEventListener('abort', stop, { once: true });
      });
    },
  };
}
