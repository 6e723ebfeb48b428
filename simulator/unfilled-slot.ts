/**
 * The message for a slot with a name in a component that does not set `multipleSlots`. Exparser, which phones use by
 * default, looks for the single slot of such a component by the empty name, and draws nothing in other slots.
 * Glass-easel uses the first slot, whatever its name. The documentation allows only one slot without the option:
 * https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/wxml-wxss.html
 */

export const unfilledSlot = (component: string, name: string): string =>
  `Component "${component}" has a <slot name="${name}"> that stays empty: named slots need options: { multipleSlots: true }.`;
