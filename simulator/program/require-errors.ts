/** The errors of `require`, the same on both stages. They begin with WeChat's message. */

/** @throws Error with WeChat's message when the argument of `require` is not a text, or an empty one */
export function assertRequest(request: unknown): asserts request is string {
  if (typeof request !== 'string' || request === '') throw new Error('require args must be a string');
}

/**
 * The error for a request that a phone cannot load.
 * @param reason why, or which file requires it
 */
export const notDefined = (request: string, reason: string): Error =>
  new Error(`module '${request}.js' is not defined, require args is '${request}': ${reason}`);
