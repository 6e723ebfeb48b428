/** The message for an event handler that the page or component does not have, the same on both stages. */

/**
 * The message that a phone logs before it continues, as reported in https://github.com/sbfkcel/towxml/issues/83.
 * @param component path of the page or component whose template names the method
 * @returns undefined for touch events with `catch`, such as `catchtouchmove="none"`: they only stop the event, so the
 * missing method is intended
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
