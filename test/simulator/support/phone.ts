/** A phone for tests: virtual clock, fake server, and a list of reports instead of console output. */

import { createPhone } from '../../../simulator/phone';
import { createVirtualClock, type VirtualClock } from '../../../simulator/phone/clock';
import type { Phone, PhoneOptions } from '../../../simulator/types';
import { type FakeWechat, fakeWechat } from './wechat';

/** One request that reached the fake server. */
interface Received {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface TestPhone {
  readonly phone: Phone;
  readonly wx: WechatMiniprogram.Wx;
  readonly clock: VirtualClock;
  readonly wechat: FakeWechat;
  readonly received: Received[];
  /** Messages that the phone reported. */
  readonly reports: string[];
}

type Answer = (request: Received) => Response | Promise<Response>;

/**
 * Creates the phone.
 * @param answer the fake server; default: status 200 with `{}`
 */
export function testPhone(options: Partial<PhoneOptions> = {}, answer: Answer = () => json({})): TestPhone {
  const clock = createVirtualClock();
  const wechat = fakeWechat();
  const received: Received[] = [];
  const reports: string[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const request = {
      url: String(input),
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
      body: init.body,
    };
    received.push(request);
    return answer(request);
  };
  const phone = createPhone({
    wechat,
    fetch,
    account: 'lin',
    clock,
    report: (message) => reports.push(message),
    ...options,
  });
  return { phone, wx: phone.wx, clock, wechat, received, reports };
}

/** A JSON response. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), {
    ...init,
    headers: { 'Content-Type': 'application/json', ...(init.headers as Record<string, string> | undefined) },
  });
}

/** The callbacks of a call, in order, and their result. */
interface Outcome {
  readonly order: string[];
  result: Record<string, unknown>;
}

/** Callbacks that record their results. `then` runs inside `success`. */
export function record(then?: () => void): Outcome & {
  success(result: unknown): void;
  fail(result: unknown): void;
  complete(): void;
} {
  const outcome = {
    order: [] as string[],
    result: {} as Record<string, unknown>,
    success(result: unknown) {
      outcome.order.push('success');
      outcome.result = result as Record<string, unknown>;
      then?.();
    },
    fail(result: unknown) {
      outcome.order.push('fail');
      outcome.result = result as Record<string, unknown>;
    },
    complete() {
      outcome.order.push('complete');
    },
  };
  return outcome;
}
