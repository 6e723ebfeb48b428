/** `App.onThemeChange` (typings 5.2.3, lib.wx.app.d.ts): told as the listeners of `wx.onThemeChange` are. */

/**
 * Has the App told of the theme. Both stages use it.
 * @param callApp Calls a method of the App, if it has it.
 */
export function followTheme(
  wx: object,
  callApp: (method: 'onThemeChange', result: unknown) => unknown,
): void {
  const { onThemeChange } = wx as { onThemeChange?: (listener: (result: unknown) => void) => void };
  onThemeChange?.((result) => callApp('onThemeChange', result));
}
