/** What the backend answers with. */
import type { FailureBody } from '../../miniprogram/services/contract';
import type { ApiResponse } from '../types';

/** An answer that is not a cut connection. */
export type Reply = Exclude<ApiResponse, { cut: true }>;

const JSON_HEADERS = Object.freeze({
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
});

/** A JSON answer; nothing of this API may be cached. */
export function json(status: number, body: unknown, headers?: Record<string, string>): Reply {
  return {
    status,
    headers: headers ? { ...JSON_HEADERS, ...headers } : JSON_HEADERS,
    body: JSON.stringify(body),
  };
}

/** A refusal as the contract words it. */
export function failure(
  status: number,
  msg: string,
  more: { errcode?: number; field?: string; headers?: Record<string, string> } = {},
): Reply {
  const body: FailureBody = {
    code: 0,
    msg,
    ...(more.errcode === undefined ? {} : { errcode: more.errcode }),
    ...(more.field === undefined ? {} : { field: more.field }),
  };
  return json(status, body, more.headers);
}

/** The answer while the store cannot be reached: what was asked for may work a moment later. */
export const storeUnavailable = (): Reply =>
  failure(503, 'the store cannot be reached; try again', { headers: { 'retry-after': '1' } });

/** Thrown by whatever finds that a request must be refused; the route table turns it into the answer. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly status: number,
    message: string,
    readonly errcode?: number,
    /** The field of the profile that a message for the person is about. */
    readonly field?: string,
  ) {
    super(message);
  }
}
