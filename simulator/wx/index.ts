/** The `wx` object: what is modelled, in the base library's version; the rest falls back, and says so. */
import type { Core } from '../core';
import apiVersions from '../generated/api-versions.json';
import { compareVersions } from '../version';
import { canIUse } from './can-i-use';
import type { Family, Wx } from './define';
import { download } from './download';
import { login } from './login';
import { navigation } from './navigation';
import { networkType } from './network-type';
import { privacy } from './privacy';
import { request } from './request';
import { setting } from './setting';
import { storage } from './storage';
import { system } from './system';
import { ui } from './ui';
import { update } from './update';
import { upload } from './upload';
import { userInfo } from './user-info';

const FAMILIES: readonly Family[] = [
  login,
  setting,
  userInfo,
  request,
  upload,
  download,
  storage,
  ui,
  navigation,
  system,
  networkType,
  update,
  privacy,
  canIUse,
];

const VERSIONS: Readonly<Record<string, string | undefined>> = apiVersions;

const isUnlisted = (name: string) => VERSIONS[name] === undefined;

/** Base-library version → the APIs that it has. Tests make many phones of few versions. */
const namesByVersion = new Map<string, ReadonlySet<string>>();

function namesIn(sdkVersion: string): ReadonlySet<string> {
  const known = namesByVersion.get(sdkVersion);
  if (known !== undefined) return known;
  const entries = Object.entries(VERSIONS) as [string, string][];
  const names = new Set(
    entries.filter(([, since]) => compareVersions(sdkVersion, since) >= 0).map(([name]) => name),
  );
  namesByVersion.set(sdkVersion, names);
  return names;
}

/**
 * Builds the `wx` object of one phone. An API that the base library does not have yet is absent, so that
 * `if (wx.getUserProfile)` tells the truth.
 */
export function createWx(core: Core): Wx {
  const wx: Record<string, unknown> = {};
  const known = namesIn(core.sdkVersion);
  const names = new Set([...known, ...Object.keys(core.options.fallback ?? {}).filter(isUnlisted)]);
  for (const name of names) Object.defineProperty(wx, name, fallbackProperty(core, name));
  for (const family of FAMILIES) {
    for (const [name, api] of Object.entries(family(core))) {
      if (!known.has(name) && !isUnlisted(name)) continue;
      Object.defineProperty(wx, name, { value: api, writable: true, enumerable: true, configurable: true });
    }
  }
  return wx as unknown as Wx;
}

/** An API that is not modelled: looked up when it is used, because the stage may bring the fallback later. */
function fallbackProperty(core: Core, name: string): PropertyDescriptor {
  return {
    enumerable: true,
    configurable: true,
    get() {
      const { host } = core;
      const fallback = [core.options.fallback, host?.apis, host?.fallback].find(
        (one) => one?.[name] !== undefined,
      );
      const substitute = fallback?.[name];
      const provided = fallback !== undefined && fallback === host?.apis;
      if (provided || (substitute !== undefined && typeof substitute !== 'function')) return substitute;
      return (...args: unknown[]) => {
        // What never happens on this phone can be listened for all the same.
        if (typeof substitute !== 'function' && /^(on|off)[A-Z]/.test(name)) {
          core.reportOnce(`wx.${name} is not modelled by the simulated phone: its listener is never called.`);
          return undefined;
        }
        if (typeof substitute !== 'function') {
          throw new Error(
            `wx.${name} is not modelled by the simulated phone, and there is no fallback for it. Pass one: createPhone({ fallback: { ${name}() {} } }).`,
          );
        }
        core.reportOnce(`wx.${name} is not modelled by the simulated phone: its fallback was called.`);
        return substitute.apply(fallback, args);
      };
    },
    // Libraries and tests replace APIs by assignment.
    set(this: object, value: unknown) {
      Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
    },
  };
}
