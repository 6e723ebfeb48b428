/** Failures of APIs: WeChat's reason and, if known, its error number. */

import { kindOf } from '../kind-of';
import { ERRNO, isFileError } from './errno';

export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  /**
   * @param reason The text after `api:fail `, e.g. `auth deny`. A reason that starts with a colon follows `api:fail`
   * directly.
   * @param errno From the table in `errno.ts`; absent if unknown.
   */
  constructor(
    readonly reason: string,
    readonly errno?: number,
  ) {
    super(reason);
  }
}

/** The object that the mini-program's callbacks receive. */
interface FailureResult {
  errMsg: string;
  errno?: number;
  errCode?: number;
}

/**
 * Converts an error to WeChat's failure object.
 * @param withErrno Does this base library support `errno`?
 */
export function failureResult(api: string, error: unknown, withErrno: boolean): FailureResult {
  const reason = error instanceof Error ? error.message : String(error);
  const result: FailureResult = { errMsg: `${api}:fail${reason.startsWith(':') ? '' : ' '}${reason}` };
  if (!(error instanceof ApiFailure) || error.errno === undefined) return result;
  if (isFileError(error.errno)) result.errCode = error.errno;
  if (withErrno) result.errno = error.errno;
  return result;
}

/**
 * WeChat's message for a wrong parameter, e.g. `parameter error: parameter.url should be String instead of Undefined;`.
 */
export function parameterError(name: string, expected: string, value: unknown): ApiFailure {
  return new ApiFailure(
    `parameter error: parameter.${name} should be ${expected} instead of ${kindOf(value)};`,
    ERRNO.invalidParameter,
  );
}
