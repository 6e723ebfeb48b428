/** What this phone can do: the base library's version and canIUse. */

let version: string | undefined;

/** The base library's version, e.g. `3.16.2`; `0` when the phone does not say. Asked for once. */
export function sdkVersion(): string {
  version ??= askVersion();
  return version;
}

function askVersion(): string {
  try {
    // getAppBaseInfo (2.20.1) replaces getSystemInfoSync, which newer base libraries complain about.
    const info = typeof wx.getAppBaseInfo === 'function' ? wx.getAppBaseInfo() : wx.getSystemInfoSync();
    return info.SDKVersion || '0';
  } catch {
    return '0';
  }
}

/**
 * Whether the base library is at least this version.
 * @param version e.g. `2.27.1`
 */
export function atLeast(version: string): boolean {
  const have = sdkVersion().split('.').map(Number);
  const need = version.split('.').map(Number);
  for (let i = 0; i < need.length; i += 1) {
    const difference = (have[i] || 0) - (need[i] || 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** Cached answers of `wx.canIUse`: they never change in a run, and pages ask at each update. */
const answers: Record<string, boolean> = {};

/** `wx.canIUse`, for phones that may not have it (it came with 1.1.1). */
export function canIUse(schema: string): boolean {
  answers[schema] ??= typeof wx.canIUse === 'function' && wx.canIUse(schema);
  return answers[schema];
}

/** Can this phone show the form? Its avatar is chosen with a button of WeChat's. */
export const canFill = (): boolean => atLeast('2.21.2') && canIUse('button.open-type.chooseAvatar');
