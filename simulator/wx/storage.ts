/** Storage, asynchronous and synchronous (typings 5.2.3, lines 6497, 11864 and 31303). */

import { kindOf } from '../kind-of';
import type { Core } from '../phone/core';
import { ApiFailure, parameterError } from '../phone/failure';
import { isStorable } from '../phone/storage';
import { asyncApi, type Family } from './define';

const LIMIT_KB = 10 * 1024;

export const storage = ((core) => {
  const info = () => ({
    keys: core.storage.keys(),
    currentSize: Math.ceil(core.storage.size() / 1024),
    limitSize: LIMIT_KB,
  });
  const write = (key: unknown, data: unknown, encrypted?: boolean) =>
    core.storage.set(keyOf(key), data, encrypted);
  const reportUnstorable = (data: unknown) => {
    if (!isStorable(data))
      core.reportOnce(`wx.setStorage: a ${kindOf(data)} cannot be stored: it reads as "".`);
  };
  /** The option is supported since base library 2.21.3. */
  const encrypts = (option: { encrypt?: unknown }) => option.encrypt === true && core.since('2.21.3');
  /**
   * An entry is found only with the `encrypt` option with which it was stored. WeChat does not document the other case.
   */
  const readable = (key: string, encrypted: boolean) =>
    core.storage.has(key) && core.storage.isEncrypted(key) === encrypted;
  const sync = <T>(api: string, args: unknown, work: (core: Core) => T): T =>
    core.calls.sync(api, args, () => work(core));

  return {
    setStorage: asyncApi(core, 'setStorage', (option) => {
      reportUnstorable(option.data);
      write(option.key, option.data, encrypts(option));
    }),
    getStorage: asyncApi(core, 'getStorage', (option) => {
      const key = keyOf(option.key);
      if (!readable(key, encrypts(option))) throw new ApiFailure('data not found');
      return { data: core.storage.get(key) };
    }),
    removeStorage: asyncApi(core, 'removeStorage', (option) => core.storage.remove(keyOf(option.key))),
    clearStorage: asyncApi(core, 'clearStorage', () => core.storage.clear()),
    getStorageInfo: asyncApi(core, 'getStorageInfo', info),

    // Without data, '' is stored (base library 2.8.2).
    setStorageSync: (key, data = '' as never) =>
      sync('setStorageSync', { key, data }, () => {
        reportUnstorable(data);
        write(key, data);
      }),
    // A missing key is read as an empty string.
    getStorageSync: (key) =>
      sync('getStorageSync', { key }, () =>
        readable(keyOf(key), false) ? core.storage.get(keyOf(key)) : '',
      ),
    removeStorageSync: (key) => sync('removeStorageSync', { key }, () => core.storage.remove(keyOf(key))),
    clearStorageSync: () => sync('clearStorageSync', {}, () => core.storage.clear()),
    getStorageInfoSync: () => sync('getStorageInfoSync', {}, info),
  };
}) satisfies Family;

function keyOf(key: unknown): string {
  if (typeof key !== 'string') throw parameterError('key', 'String', key);
  return key;
}
