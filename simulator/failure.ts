/** How an API fails: WeChat's reason, and its error number where one is known. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  /**
   * @param reason What follows `api:fail `, e.g. `auth deny`.
   * @param extra Further fields of the result, `errno` above all.
   */
  constructor(
    readonly reason: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason);
  }
}

/** WeChat's words for a wrong parameter, e.g. `parameter error: parameter.url should be String instead of Undefined;`. */
export function parameterError(name: string, expected: string, value: unknown): ApiFailure {
  return new ApiFailure(
    `parameter error: parameter.${name} should be ${expected} instead of ${typeName(value)};`,
    { errno: 1001 },
  );
}

function typeName(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
