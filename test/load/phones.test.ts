/** Two hundred phones at once over HTTP, each with a separate account. */
import { type HttpMock, startHttpMock } from '../../mock-server/http';
import { createMemoryStores } from '../../mock-server/store/memory-stores';
import { createRedisStores } from '../../mock-server/store/redis/stores';
import type { Stores } from '../../mock-server/store/stores';
import type { WechatAccount } from '../../mock-server/wechat/types';
import { createPhone } from '../../simulator';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis';

const PHONES = 200;

const accounts: readonly WechatAccount[] = Array.from({ length: PHONES }, (_, i) => ({
  id: `person-${i}`,
  openid: `oLoadTest${String(i).padStart(19, '0')}`,
  profile: {
    nickName: `第${i}个人`,
    avatarUrl: '',
    gender: 0,
    country: '中国',
    province: '',
    city: '',
    language: 'zh_CN',
  },
}));

/** Turns a callback API into a promise. */
const promised = <T>(
  call: (callbacks: { success: (result: T) => void; fail: (why: { errMsg: string }) => void }) => void,
) =>
  new Promise<T>((resolve, reject) => {
    call({ success: resolve, fail: ({ errMsg }) => reject(new Error(errMsg)) });
  });

/** `wx.request`, reduced to status and data. */
async function ask<T>(wx: WechatMiniprogram.Wx, options: WechatMiniprogram.RequestOption) {
  type Result = WechatMiniprogram.RequestSuccessCallbackResult;
  const { statusCode, data } = await promised<Result>((callbacks) =>
    wx.request({ ...options, ...callbacks }),
  );
  return { status: statusCode, data: data as T };
}

interface LoggedIn {
  rd3_session: string;
  user_info: { nickName: string } | null;
}

/** The typical calls of a mini-program whose user has agreed: login, check, sending the signed profile. */
async function useApp(mock: HttpMock, account: string) {
  const { wechat } = await mock.worlds.get('guest');
  const { wx } = createPhone({
    wechat,
    account,
    era: 'legacy',
    authSetting: { 'scope.userInfo': true },
    fetch: (url, init) => fetch(url, init),
  });
  const api = `${mock.origin}/api/index/`;
  const logIn = async () => {
    const { code } = await promised<WechatMiniprogram.LoginSuccessCallbackResult>(wx.login);
    return ask<LoggedIn>(wx, { url: `${api}onlogin`, data: { code } });
  };
  const first = await logIn();
  const { rd3_session } = first.data;
  const check = () => ask<boolean>(wx, { url: `${api}check_3rdsession`, data: { rd3_session } });
  const before = await check();
  const { rawData, signature, encryptedData, iv, userInfo } =
    await promised<WechatMiniprogram.GetUserInfoSuccessCallbackResult>((callbacks) =>
      wx.getUserInfo({ withCredentials: true, ...callbacks }),
    );
  const saved = await ask<{ code: number; user_info: { nickName: string } }>(wx, {
    url: `${api}setuserinfo`,
    method: 'POST',
    header: { 'content-type': 'application/x-www-form-urlencoded' },
    data: { rd3_session, info_json: JSON.stringify(userInfo), rawData, signature, encryptedData, iv },
  });
  return { first, before, saved, again: await logIn(), after: await check() };
}

async function allAtOnce(stores: Stores): Promise<void> {
  const mock = await startHttpMock({ port: 0, accounts, stores });
  try {
    const results = await Promise.all(accounts.map(({ id }) => useApp(mock, id)));
    for (const [i, { first, before, saved, again, after }] of results.entries()) {
      const nickName = accounts[i]?.profile.nickName;
      expect(first).toMatchObject({ status: 200, data: { user_info: null } });
      expect(before).toEqual({ status: 200, data: true });
      expect(saved).toMatchObject({ status: 200, data: { code: 1, user_info: { nickName } } });
      expect(again).toMatchObject({ status: 200, data: { user_info: { nickName } } });
      expect(after).toEqual({ status: 200, data: true });
    }
    const sessions = results.flatMap(({ first, again }) => [first.data.rd3_session, again.data.rd3_session]);
    expect(new Set(sessions).size).toBe(2 * PHONES);
  } finally {
    await mock.close();
  }
}

jest.setTimeout(180_000);

test('200 phones log in at once: each gets its own account', () => allAtOnce(createMemoryStores()));

describeWithRedis('in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());

  test('200 phones log in at once: each gets its own account', async () =>
    allAtOnce(await createRedisStores({ url: redis.url, timeout: 30_000 })));
});
