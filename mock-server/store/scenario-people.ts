/**
 * Restores a scenario's users: Redis may lose them (`FLUSHALL`, a restart without a disk) while the mock is running.
 */
import type { Store, UserRecord } from './store';

/**
 * A store in which the users of a scenario always exist.
 * @param people the users by openid. A user that is missing in the store is read from here, and written with the next
 *   change.
 */
export function withPeople(store: Store, people: ReadonlyMap<string, UserRecord>): Store {
  const known = (openid: string, user: UserRecord | null) => user ?? people.get(openid) ?? null;
  return {
    ...store,
    getUser: async (openid) => known(openid, await store.getUser(openid)),
    updateUser: (openid, change) => store.updateUser(openid, (user) => change(known(openid, user))),
  };
}
