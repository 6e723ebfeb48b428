/** The abilities of this phone: version of the base library, and `wx.canIUse`. */

let version: string | undefined;

/** The version of the base library, e.g. `3.16.2`, read once; `0` if the phone does not return it. */
function sdkVersion(): string {
  version ??= askVersion();
  return version;
}

function askVersion(): string {
  try {
    // getAppBaseInfo (2.20.1) replaces getSystemInfoSync: newer base libraries print a warning about that one.
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

/** Cached results of `wx.canIUse`: they never change in a run, and pages need them at each update. */
const answers: Record<string, boolean> = {};

/** `wx.canIUse`; false on base libraries before 1.1.1, which do not have it. */
export function canIUse(schema: string): boolean {
  answers[schema] ??= typeof wx.canIUse === 'function' && wx.canIUse(schema);
  return answers[schema];
}

/** Whether this phone supports the form: a WeChat button chooses its avatar. */
export const canFill = (): boolean => atLeast('2.21.2') && canIUse('button.open-type.chooseAvatar');
