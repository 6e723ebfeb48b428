/** Messages about a mini-program's code that both stages print. */

/** "必须调用且只能调用一次。不然会出现无法预期的后果" (reference/api/App.html). */
export const APP_TWICE =
  'App() was called twice. Call it once: WeChat does not document what a second call does.';

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

/**
 * The warning for a generic that has neither a component chosen by the component's user nor a default. exparser warns
 * and creates its default component, which shows its content. Source: miniprogram-exparser
 * (`generic "…" is not instantiated`);
 * https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/generics.html
 */
export const missingGeneric = (component: string, name: string): string =>
  `Component "${component}": generic "${name}" is not instantiated: give it one with generic:${name}, or a default in componentGenerics.`;

/**
 * The message for a slot with a name in a component that does not set `multipleSlots`. Exparser, which phones use by
 * default, looks for the single slot of such a component by the empty name, and draws nothing in other slots.
 * Glass-easel uses the first slot, whatever its name. The documentation allows only one slot without the option:
 * https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/wxml-wxss.html
 */
export const unfilledSlot = (component: string, name: string): string =>
  `Component "${component}" has a <slot name="${name}"> that stays empty: named slots need options: { multipleSlots: true }.`;
