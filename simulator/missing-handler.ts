/** A template names a method that its page or component does not have. Both stages say so in a phone's words. */

/**
 * What a phone logs before it goes on, as reported in https://github.com/sbfkcel/towxml/issues/83.
 * @param component path of the page or component whose template names the method
 * @returns undefined for `catchtouchmove="none"` and its kin: they only stop the event, and name no method on purpose
 */
export function missingHandler(
  component: string,
  method: string,
  event: string,
  isCatch: boolean,
): string | undefined {
  if (isCatch && event.startsWith('touch')) return undefined;
  return `Component "${component}" does not have a method "${method}" to handle event "${event}".`;
}
