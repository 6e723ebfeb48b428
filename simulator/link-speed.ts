/**
 * Slow networks, by the figures of Chrome DevTools (front_end/core/sdk/NetworkManager.ts: `Slow3GConditions`,
 * `Fast3GConditions`): the latency that a person meets, not that of the radio.
 */
import type { PhoneClock, Speed } from './option-types';

export type { Speed };

export const speeds: readonly Speed[] = ['fast-3g', 'slow-3g'];

/** What a network can do. */
export interface LinkSpeed {
  /** From the question to the first byte of the answer, ms. */
  readonly latency: number;
  /** Bytes a second. */
  readonly down: number;
  readonly up: number;
}

export const linkSpeeds: Readonly<Record<Speed, LinkSpeed>> = {
  'fast-3g': { latency: 562.5, down: 180_000, up: 84_375 },
  'slow-3g': { latency: 2000, down: 50_000, up: 50_000 },
};

/** How long bytes take, in whole ms. */
const durationOf = (bytes: number, perSecond: number): number => Math.round((bytes / perSecond) * 1000);

/** How long it takes until the server has the whole request, ms. */
export const uploadTime = ({ latency, up }: LinkSpeed, bytes: number): number =>
  latency + durationOf(bytes, up);

/** How long the body of an answer takes, ms. */
export const downloadTime = ({ down }: LinkSpeed, bytes: number): number => durationOf(bytes, down);

/** The bytes of a body, as it goes over the network; without the few that part the fields of a form. */
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

/** Waits on the clock of the network. */
export interface Waits {
  /** How many transfers wait now. */
  readonly count: number;
  /** Resolves `ms` later, or never when the signal aborts before. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** @param clock Asked at each wait. */
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
