/** The contract of every store. */
import type { Store, UserRecord } from '../../mock-server/store/store';

const session = { openid: 'o1', sessionKey: 'k1' };
const user: UserRecord = { openid: 'o1', unionid: 'u1', profile: null, registeredAt: 1, lastSeenAt: 2 };

/**
 * Declares the tests of the contract.
 * @param open opens an empty store
 */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`the store contract: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    test('keeps sessions apart, counts them, and ends them all', async () => {
      await store.putSession('a', session, 60);
      await store.putSession('b', { openid: 'o2', sessionKey: 'k2' }, 60);
      expect(await store.getSession('a')).toEqual(session);
      expect(await store.getSession('b')).toEqual({ openid: 'o2', sessionKey: 'k2' });
      expect(await store.getSession('c')).toBeNull();
      expect(await store.countSessions()).toBe(2);
      await store.clearSessions();
      expect(await store.getSession('a')).toBeNull();
      expect(await store.countSessions()).toBe(0);
    });

    test('ends one session, and leaves the others', async () => {
      await store.putSession('a', session, 60);
      await store.putSession('b', session, 60);
      await store.deleteSession('a');
      await store.deleteSession('nope');
      expect([await store.getSession('a'), await store.getSession('b')]).toEqual([null, session]);
      await store.putSession('a', session, 60);
      expect(await store.getSession('a')).toEqual(session);
    });

    test('keeps the phone number of a user', async () => {
      const bound: UserRecord = { ...user, phone: { countryCode: '86', purePhoneNumber: '13800000000' } };
      await store.updateUser('o1', () => bound);
      expect(await store.getUser('o1')).toEqual(bound);
    });

    test('a session stored again replaces the old one and counts once', async () => {
      await store.putSession('a', session, 60);
      await store.putSession('a', { openid: 'o2', sessionKey: 'k2' }, 60);
      expect(await store.getSession('a')).toEqual({ openid: 'o2', sessionKey: 'k2' });
      expect(await store.countSessions()).toBe(1);
    });

    test('keeps users, with Chinese and emoji', async () => {
      expect(await store.getUser('o1')).toBeNull();
      const named: UserRecord = {
        ...user,
        profile: {
          nickName: '林小满🌱',
          avatarUrl: '',
          title: '"引号"\\',
          gender: 2,
          country: '',
          province: '',
          city: '',
        },
      };
      await store.updateUser('o1', () => named);
      expect(await store.getUser('o1')).toEqual(named);
      expect(await store.getUser('o2')).toBeNull();
    });

    test('updates a user in one step: no update is lost among many at once', async () => {
      const seen = await store.updateUser('o1', (old) => {
        expect(old).toBeNull();
        return { ...user, lastSeenAt: 0 };
      });
      expect(seen).toEqual({ ...user, lastSeenAt: 0 });
      await Promise.all(
        Array.from({ length: 20 }, () =>
          store.updateUser('o1', (old) => ({ ...user, lastSeenAt: (old?.lastSeenAt ?? 0) + 1 })),
        ),
      );
      expect((await store.getUser('o1'))?.lastSeenAt).toBe(20);
    });

    test('an update that throws writes nothing and passes the error on', async () => {
      await store.updateUser('o1', () => user);
      const refuse = () => {
        throw new Error('no');
      };
      await expect(store.updateUser('o1', refuse)).rejects.toThrow('no');
      expect(await store.getUser('o1')).toEqual(user);
    });

    test('keeps pictures, byte by byte', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
      await store.putAvatar('a.png', { type: 'image/png', bytes });
      const found = await store.getAvatar('a.png');
      expect(found?.type).toBe('image/png');
      expect([...(found?.bytes ?? [])]).toEqual([...bytes]);
      expect(await store.getAvatar('b.png')).toBeNull();
    });

    test('clear deletes everything', async () => {
      await store.putSession('a', session, 60);
      await store.updateUser('o1', () => user);
      await store.putAvatar('a.png', { type: 'image/png', bytes: new Uint8Array([1]) });
      await store.clear();
      expect(await store.getSession('a')).toBeNull();
      expect(await store.getUser('o1')).toBeNull();
      expect(await store.getAvatar('a.png')).toBeNull();
    });
  });
}
