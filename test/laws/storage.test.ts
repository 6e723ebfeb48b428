/** Storage is optional: damaged entries are dropped, and a phone with full storage still works. */
import type { Auth } from '../../miniprogram/auth/auth';
import type { Phone } from '../../simulator';
import { useStage } from '../support/stage';

const begin = useStage();

const damaged: [string, unknown][] = [
  ['a bare string', 'abc'],
  ['a number', 7],
  ['an array', []],
  ['null inside', { v: 1, value: null }],
  ['an empty value', { v: 1, value: '' }],
  ['a later version', { v: 2, value: 'abc' }],
  ['no version', { value: 'abc' }],
  ['an object where text belongs', { v: 1, value: {} }],
];

test.each(damaged)(
  'a session entry that is %s is dropped: a login instead of a check',
  async (_what, entry) => {
    const run = await begin('returning', { phone: { storage: { rd3_session: entry } } });
    expect(run.requests).toEqual(['onlogin 200']);
    expect(run.isLogin).toBe(1);
    expect(run.phone.storage.rd3_session).toMatchObject({
      v: 1,
      value: expect.stringMatching(/^[\w-]{22,}$/),
    });
  },
);

test.each(damaged)('a profile entry that is %s is dropped, and a login restores it', async (_what, entry) => {
  const run = await begin('member', {
    phone: {},
    before: async (_world, phone) => {
      phone.wx.setStorageSync('user_info', entry);
    },
  });
  expect(run.requests).toEqual(['onlogin 200']);
  expect(run.page.find('.person-name').text()).toBe('林小满');
  expect(run.phone.storage.user_info).toMatchObject({ v: 1, value: { nickName: '林小满' } });
});

test('a profile with missing or mistyped fields is read as far as possible', async () => {
  const value = { nickName: '林小满', avatarUrl: 5, gender: '2', title: null };
  const run = await begin('offline', { phone: { storage: { user_info: { v: 1, value } } } });
  expect(run.isLogin).toBe(1);
  expect(run.page.find('.avatar').attribute('src')).toBe('/assets/avatar.svg');
  expect(run.page.data.rows).toContainEqual(expect.objectContaining({ label: '性别', value: '女' }));
});

test('a login stores the profile before the session: a process that ends in between logs in again', async () => {
  const run = await begin('returning', {
    before: async (_world, phone) => {
      phone.onWx((wx) => {
        const set = wx.setStorageSync;
        // Same as a phone that ends the process after this call.
        wx.setStorageSync = (key, value) => {
          set(key, value);
          if (key === 'rd3_session') wx.setStorageSync = () => {};
        };
      });
    },
  });
  expect(run.phone.storage).toMatchObject({
    rd3_session: { v: 1 },
    user_info: { value: { nickName: '林小满' } },
  });
});

/** Fills the phone's 10 MB up to the last `left` bytes. */
function fill({ wx }: Phone, left: number): void {
  const put = (key: string, length: number) => wx.setStorageSync(key, 'x'.repeat(length));
  /** Stores the longest text that fits under this key. Returns its length. */
  const most = (key: string): number => {
    let [fits, tooLong] = [0, 1024 * 1024];
    while (tooLong - fits > 1) {
      const middle = Math.floor((fits + tooLong) / 2);
      try {
        put(key, middle);
        fits = middle;
      } catch {
        tooLong = middle;
      }
    }
    put(key, fits);
    return fits;
  };
  for (let i = 0; i < 9; i += 1) put(`other_${i}`, 1024 * 1024 - 100);
  // Fill up to the limit of one entry, then the remaining few hundred bytes.
  most('large');
  put('last', most('last') - left);
}

test.each([
  ['nothing', 0],
  // A session entry takes about 65 bytes, a profile entry about 250.
  ['the session, but not the profile', 150],
])('a phone with room for %s: everything works, the next launch logs in again', async (_what, left) => {
  const run = await begin('returning', { before: (_world, phone) => fill(phone, left) });
  expect(run.isLogin).toBe(1);
  expect(run.phone.storage.user_info).toBeUndefined();
  expect(run.phone.storage.rd3_session).toBeUndefined();
  // Each event removes the session once, and no entry that is not there.
  const removals = run.calls('removeStorageSync');
  (run.stage.app as unknown as { auth: Auth }).auth.on.edit();
  expect(run.calls('removeStorageSync') - removals).toBe(1);
  await run.relaunch();
  expect(run.isLogin).toBe(1);
  expect(run.requests).toEqual(['onlogin 200', 'onlogin 200']);
});

test('a phone whose storage always throws: everything works', async () => {
  const broken = () => {
    throw new Error('setStorageSync:fail');
  };
  const run = await begin('returning', {
    before: (_world, phone) => {
      Object.assign(phone.wx, { getStorageSync: broken, setStorageSync: broken, removeStorageSync: broken });
    },
  });
  expect(run.isLogin).toBe(1);
});
