/** Responses of the backend. */
import type { FailureBody } from '../../miniprogram/services/contract';
import type { ApiResponse } from '../types';

/** A response, but not a cut connection. */
export type Reply = Exclude<ApiResponse, { cut: true }>;

const JSON_HEADERS = Object.freeze({
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
});

/** A JSON response. Clients must not cache it. */
export function json(status: number, body: unknown, headers?: Record<string, string>): Reply {
  return {
    status,
    headers: headers ? { ...JSON_HEADERS, ...headers } : JSON_HEADERS,
    body: JSON.stringify(body),
  };
}

/** A refusal in the form of the contract. */
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

/** The response while the store cannot be reached. A retry may succeed soon. */
export const storeUnavailable = (): Reply =>
  failure(503, 'the store cannot be reached; try again', { headers: { 'retry-after': '1' } });

/** Thrown to refuse a request. `serve` converts it to a response. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly status: number,
    message: string,
    readonly errcode?: number,
    /** The field of the profile that the text for the user is about. */
    readonly field?: string,
  ) {
    super(message);
  }
}
