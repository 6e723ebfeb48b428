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

/** Where a `wx` keeps its phone: its accessors are shared by all phones, because tests make many of few versions. */
const CORE = Symbol('core');

/** Where a `wx` keeps the functions that stand for APIs that are not modelled: `wx.x === wx.x`. */
const SUBSTITUTES = Symbol('substitutes');

/** Base-library version → accessors for all APIs that it has. */
const accessorsByVersion = new Map<string, ReadonlyMap<string, PropertyDescriptor>>();

function accessorsIn(sdkVersion: string): ReadonlyMap<string, PropertyDescriptor> {
  const known = accessorsByVersion.get(sdkVersion);
  if (known !== undefined) return known;
  const entries = Object.entries(VERSIONS) as [string, string][];
  const accessors = new Map(
    entries
      .filter(([, since]) => compareVersions(sdkVersion, since) >= 0)
      .map(([name]) => [name, fallbackAccessor(name)]),
  );
  accessorsByVersion.set(sdkVersion, accessors);
  return accessors;
}

/**
 * Builds the `wx` object of one process: its functions and objects are its own, so that nothing that a mini-program
 * assigns to them is seen by the next process. An API that the base library does not have yet is absent, so that
 * `if (wx.getUserProfile)` tells the truth.
 */
export function createWx(core: Core): Wx {
  const wx = Object.defineProperties({}, { [CORE]: { value: core }, [SUBSTITUTES]: { value: new Map() } });
  const known = accessorsIn(core.sdkVersion);
  const modelled = new Map(FAMILIES.flatMap((family) => Object.entries(family(core))));
  for (const [name, accessor] of known) if (!modelled.has(name)) Object.defineProperty(wx, name, accessor);
  for (const name of Object.keys(core.options.fallback ?? {})) {
    if (isUnlisted(name)) Object.defineProperty(wx, name, fallbackAccessor(name));
  }
  for (const [name, api] of modelled) {
    if (!known.has(name) && !isUnlisted(name)) continue;
    Object.defineProperty(wx, name, { value: api, writable: true, enumerable: true, configurable: true });
  }
  return wx as unknown as Wx;
}

/** What stands for an API that is not modelled, and whose it is. */
function substituteFor(core: Core, name: string): { owner: unknown; value: unknown; provided: boolean } {
  const { host, options } = core;
  const owner = [options.fallback, host?.apis, host?.fallback].find((one) => one?.[name] !== undefined);
  return { owner, value: owner?.[name], provided: owner !== undefined && owner === host?.apis };
}

/** An API that is not modelled: looked up when it is used, because the stage may bring the fallback later. */
function fallbackAccessor(name: string): PropertyDescriptor {
  return {
    enumerable: true,
    configurable: true,
    get(this: { [CORE]: Core; [SUBSTITUTES]: Map<string, unknown> }) {
      const { value, provided } = substituteFor(this[CORE], name);
      if (provided || (value !== undefined && typeof value !== 'function')) return value;
      const made = this[SUBSTITUTES];
      if (!made.has(name)) made.set(name, callFallback(this[CORE], name));
      return made.get(name);
    },
    // Libraries and tests replace APIs by assignment.
    set(this: object, value: unknown) {
      Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
    },
  };
}

/** A function that calls the fallback and reports it, or says that there is none. */
function callFallback(core: Core, name: string): (...args: unknown[]) => unknown {
  return (...args) => {
    const { owner, value } = substituteFor(core, name);
    if (typeof value === 'function') {
      core.reportOnce(`wx.${name} is not modelled by the simulated phone: its fallback was called.`);
      return value.apply(owner, args);
    }
    // A listener for an event that this phone never fires is allowed.
    if (/^(on|off)[A-Z]/.test(name)) {
      core.reportOnce(`wx.${name} is not modelled by the simulated phone: its listener is never called.`);
      return undefined;
    }
    throw new Error(
      `wx.${name} is not modelled by the simulated phone, and there is no fallback for it. Pass one: createPhone({ fallback: { ${name}() {} } }).`,
    );
  };
}
