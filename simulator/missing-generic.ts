/**
 * The warning for a generic that has neither a component chosen by the component's user nor a default. exparser warns
 * and creates its default component, which shows its content. Source: miniprogram-exparser
 * (`generic "…" is not instantiated`);
 * https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/generics.html
 */

export const missingGeneric = (component: string, name: string): string =>
  `Component "${component}": generic "${name}" is not instantiated: give it one with generic:${name}, or a default in componentGenerics.`;
