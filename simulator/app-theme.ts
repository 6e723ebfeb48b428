/** `App.onThemeChange` (typings 5.2.3, lib.wx.app.d.ts): called like the listeners of `wx.onThemeChange`. */

/**
 * Calls `App.onThemeChange` at each change of the theme. Both stages use it.
 * @param callApp Calls a method of the App, if the App has it.
 */
export function followTheme(
  wx: object,
  callApp: (method: 'onThemeChange', result: unknown) => unknown,
): void {
  const { onThemeChange } = wx as { onThemeChange?: (listener: (result: unknown) => void) => void };
  onThemeChange?.((result) => callApp('onThemeChange', result));
}
