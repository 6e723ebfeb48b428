/** The editable storage of the phone. */

import { STORAGE_LIMIT } from '../../../simulator/phone/storage';
import { copy } from '../../../simulator/program/plain-copy';
import type { Phone } from '../../../simulator/types';
import type { LiveStorage, SetResult, ValuePath } from '../../live-values';
import { messageOf } from '../stage/guard';
import type { Edits } from './edits';
import { entriesOf, jsonOf, valueAt, viewOf } from './view';

/** Represents the storage as the `holder` of an edit. */
const HOLDER = {};

/** Creates the editable storage. @param edited called after an edit of the user */
export function createStored(
  phone: Phone,
  edits: Edits,
  edited: (key: string, value: unknown) => void,
): LiveStorage {
  const { stored } = phone;
  /** Key → parsed value. A stored text can be long, so it is parsed only once. */
  const read = new Map<string, { revision: number; value: unknown }>();
  const entryOf = stored.entry;

  function readValue(key: string): { value: unknown } | undefined {
    const entry = entryOf(key);
    if (entry === undefined) return undefined;
    const known = read.get(key);
    if (known?.revision === entry.revision) return known;
    const fresh = { revision: entry.revision, value: stored.get(key) };
    read.set(key, fresh);
    return fresh;
  }

  function at([key, ...rest]: ValuePath) {
    const found = readValue(String(key));
    return found && valueAt(found.value, rest);
  }

  /**
   * Stores a value, or removes the key.
   * @param next undefined: remove the key
   * @returns the phone's error message, if it refuses
   */
  function write(key: string, next: { value: unknown } | undefined): string | undefined {
    try {
      if (next === undefined) stored.remove(key);
      else stored.set(key, next.value);
      return undefined;
    } catch (error) {
      return `setStorage:fail ${messageOf(error)}`;
    }
  }

  function change(key: string, next: { value: unknown } | undefined): SetResult {
    const had = readValue(key);
    const before = had && { value: copy(had.value) };
    const failure = write(key, next);
    if (failure !== undefined) return { ok: false, messages: [failure] };
    const now = () => `${entryOf(key)?.type} ${JSON.stringify(readValue(key)?.value)}`;
    edits.add({
      holder: HOLDER,
      path: [key],
      after: now(),
      now,
      isLive: () => true,
      isWhole: true,
      undo: () => write(key, before) === undefined,
    });
    edited(key, next?.value);
    return { ok: true, messages: [] };
  }

  function set([first = '', ...rest]: ValuePath, value: unknown): SetResult {
    const key = String(first);
    if (rest.length === 0) return change(key, { value });
    const whole = copy(readValue(key)?.value);
    const holder = valueAt(whole, rest.slice(0, -1))?.value as Record<string | number, unknown> | undefined;
    const last = rest.at(-1);
    if (typeof holder !== 'object' || last === undefined) return { ok: false, messages: [] };
    holder[last] = value;
    return change(key, { value: whole });
  }

  return {
    list: stored.entries,
    get bytes() {
      return stored.bytes;
    },
    limit: STORAGE_LIMIT,
    has: (key) => entryOf(key) !== undefined,
    view(path) {
      const found = at(path);
      return found && viewOf(found.value, found.above);
    },
    entries([key, ...rest], from, count) {
      return entriesOf(readValue(String(key))?.value, rest, from, count);
    },
    json: (path) => jsonOf(at(path)?.value),
    set,
    mark: (path) => edits.mark(HOLDER, path),
    remove: (key) => void change(key, undefined),
    clear() {
      for (const { key } of stored.entries()) change(key, undefined);
    },
  };
}
