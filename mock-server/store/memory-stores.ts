import { AvatarShelf } from './avatar-shelf';
import { createMemoryStore, type MemoryStoreOptions } from './memory';
import type { Store } from './store';
import type { Stores } from './stores';

/**
 * Stores in memory, one for each scenario. They share the uploaded pictures, because the request of an `<image>` does
 * not contain the scenario.
 */
export function createMemoryStores(options: Omit<MemoryStoreOptions, 'avatars'> = {}): Stores {
  const avatars = new AvatarShelf();
  const stores = new Map<string, Store>();
  return {
    open(scenario) {
      const known = stores.get(scenario);
      if (known) return known;
      const store = createMemoryStore({ ...options, avatars });
      stores.set(scenario, store);
      return store;
    },
    async clearSessions() {
      await Promise.all([...stores.values()].map((store) => store.clearSessions()));
    },
    async clear() {
      stores.clear();
      avatars.clear();
      return [];
    },
    async close() {},
  };
}
