/** How an API fails: WeChat's reason, and its error number where one is known. */
import { ERRNO, isFileError } from './errno';
import { kindOf } from './kind-of';

export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  /**
   * @param reason What follows `api:fail `, e.g. `auth deny`; with a colon in front, what follows `api:fail`.
   * @param errno From the table in `errno.ts`; absent where none is known.
   */
  constructor(
    readonly reason: string,
    readonly errno?: number,
  ) {
    super(reason);
  }
}

/** What the mini-program sees of a failure. */
export interface FailureResult {
  errMsg: string;
  errno?: number;
  errCode?: number;
}

/**
 * Puts a failure into WeChat's form.
 * @param withErrno Has this base library error numbers?
 */
export function failureResult(api: string, error: unknown, withErrno: boolean): FailureResult {
  const reason = error instanceof Error ? error.message : String(error);
  const result: FailureResult = { errMsg: `${api}:fail${reason.startsWith(':') ? '' : ' '}${reason}` };
  if (!(error instanceof ApiFailure) || error.errno === undefined) return result;
  if (isFileError(error.errno)) result.errCode = error.errno;
  if (withErrno) result.errno = error.errno;
  return result;
}

/** WeChat's words for a wrong parameter, e.g. `parameter error: parameter.url should be String instead of Undefined;`. */
export function parameterError(name: string, expected: string, value: unknown): ApiFailure {
  return new ApiFailure(
    `parameter error: parameter.${name} should be ${expected} instead of ${kindOf(value)};`,
    ERRNO.invalidParameter,
  );
}
