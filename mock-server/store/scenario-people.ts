/** A scenario's people come back: Redis may lose them (`FLUSHALL`, a restart without a disk) while the mock runs. */
import type { Store, UserRecord } from './store';

/**
 * A store in which the users of a scenario always exist.
 * @param people By openid; a user that the store does not know is read from here, and written with its next change.
 */
export function withPeople(store: Store, people: ReadonlyMap<string, UserRecord>): Store {
  const known = (openid: string, user: UserRecord | null) => user ?? people.get(openid) ?? null;
  return {
    ...store,
    getUser: async (openid) => known(openid, await store.getUser(openid)),
    updateUser: (openid, change) => store.updateUser(openid, (user) => change(known(openid, user))),
  };
}
