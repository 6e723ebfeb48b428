/** `App.onThemeChange` (typings 5.2.3, lib.wx.app.d.ts) is called like a listener of `wx.onThemeChange`. */

/**
 * Calls `App.onThemeChange` whenever the theme changes.
 * @param callApp Calls a method of the App, if the App has it.
 */
export function followTheme(
  wx: object,
  callApp: (method: 'onThemeChange', result: unknown) => unknown,
): void {
  const { onThemeChange } = wx as { onThemeChange?: (listener: (result: unknown) => void) => void };
  onThemeChange?.((result) => callApp('onThemeChange', result));
}
