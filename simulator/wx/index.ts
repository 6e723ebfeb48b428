/** The `wx` object: the modelled APIs of the base library's version. Other APIs use a substitute, which is reported. */

import apiVersions from '../generated/api-versions.json';
import type { Core } from '../phone/core';
import { compareVersions } from '../phone/version';
import { animation } from './animation';
import { canIUse } from './can-i-use';
import { clipboard } from './clipboard';
import type { Family, Wx } from './define';
import { download } from './download';
import { fallbackAccessor, keepCore } from './fallback';
import { fileSystem } from './files';
import { keyboard } from './keyboard';
import { login } from './login';
import { navigation } from './navigation';
import { networkType } from './network-type';
import { OLDER_APIS } from './older-apis';
import { preload } from './preload';
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
  fileSystem,
  ui,
  navigation,
  system,
  animation,
  clipboard,
  keyboard,
  networkType,
  update,
  preload,
  privacy,
  canIUse,
];

const VERSIONS: Readonly<Record<string, string | undefined>> = { ...apiVersions, ...OLDER_APIS };

const isUnlisted = (name: string) => VERSIONS[name] === undefined;

/** Base-library version → accessors for all its APIs. */
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
 * Creates the `wx` object of one process. Its functions and objects are new, so that assignments of a mini-program do
 * not reach the next process. An API that the base library does not have yet is absent, so that
 * `if (wx.getUserProfile)` works as on a phone.
 */
export function createWx(core: Core): Wx {
  const wx = keepCore({}, core);
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
