/** Base-library versions, and the typical version of each era. */
import type { Era } from '../types';

/**
 * The typical base-library version of each era. `legacy`: before the tap rule of openSetting (2.3.0). `button`: with
 * promises (2.10.2), without getUserProfile (2.10.4). `profile`: with it, before chooseAvatar (2.21.2). `fill`: a
 * current version.
 */
export const TYPICAL_SDK_VERSION: Readonly<Record<Era, string>> = {
  legacy: '2.0.9',
  button: '2.10.3',
  profile: '2.19.4',
  fill: '3.16.2',
};

/** Negative, zero or positive if `a` is older than, equal to or newer than `b`. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
