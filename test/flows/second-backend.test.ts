/**
 * The login with another backend: JSON bodies, the session as `Authorization: Bearer`, envelopes, HTTP 200 with an
 * error code. Only the `api` object differs.
 */
import { HttpResponse, http } from 'msw';
import { type SetupServer, setupServer } from 'msw/node';
import type { Auth } from '../../miniprogram/auth/auth';
import { createAuth } from '../../miniprogram/auth/create-auth';
import { fill } from '../../miniprogram/auth/ways/fill';
import type { AuthApi } from '../../miniprogram/services/auth-api';
import type { UserInfo } from '../../miniprogram/services/contract';
import { type Answer, ApiError, accept, type RequestOptions, send } from '../../miniprogram/services/request';
import { readUserInfo } from '../../miniprogram/services/user-info';
import { testAccounts } from '../../mock-server/wechat/accounts';
import { createWechat } from '../../mock-server/wechat/server';
import { createPhone, createVirtualClock, type Phone } from '../../simulator';
import { settled } from '../support/old-phone';

const ORIGIN = 'https://api.shop.test';

// The api object for that backend, as its app would contain it.

interface Envelope {
  code?: number;
  msg?: string;
  data?: Record<string, unknown> | null;
}

const envelopeOf = ({ data }: Answer) => Object(data) as Envelope;

/** Opens an envelope. Its codes begin with an HTTP status: 40101, 40301, 42201. */
function open(answer: Answer): Record<string, unknown> {
  const { code, data } = Object(accept(answer)) as Envelope;
  if (code !== 0) throw new ApiError('status', answer, Math.floor((code ?? 0) / 100));
  return data ?? {};
}

const memberIn = (value: unknown): UserInfo | null => {
  const { uid, nick, face, motto } = Object(value) as Record<string, unknown>;
  return readUserInfo({ id: uid, nickName: nick, avatarUrl: face, title: motto });
};

const call = async (options: RequestOptions) => open(await send({ ...options, url: ORIGIN + options.url }));

const bearer = (session: string, request: RequestOptions): RequestOptions => ({
  ...request,
  header: { ...request.header, authorization: `Bearer ${session}` },
});

const shopApi: AuthApi = {
  async login(code) {
    const { token, member } = await call({ url: '/sessions', method: 'POST', data: { code } });
    if (typeof token !== 'string') throw new ApiError('malformed');
    return { session: token, user: memberIn(member) };
  },
  async check(session) {
    await call(bearer(session, { url: '/sessions/current' }));
    return true;
  },
  profile: async (session) => ({ user: memberIn((await call(bearer(session, { url: '/me' }))).member) }),
  async save(session, { info }) {
    const { nickName: nick, title: motto } = info;
    const data = { ...(nick === undefined ? {} : { nick }), ...(motto === undefined ? {} : { motto }) };
    const { member } = await call(bearer(session, { url: '/me', method: 'PUT', data }));
    const saved = memberIn(member);
    if (saved === null) throw new ApiError('malformed');
    return saved;
  },
  logout: (session) => call(bearer(session, { url: '/sessions/current', method: 'DELETE' })),
  sign: (session, request) => bearer(session, { ...request, url: ORIGIN + request.url }),
  isExpired: (answer) => answer.statusCode === 401 || envelopeOf(answer).code === 40101,
  messageOf(answer) {
    const { code, msg, data } = envelopeOf(answer);
    if (code !== 42201 || typeof msg !== 'string') return null;
    return { text: msg, field: data?.field === 'nick' ? 'nickName' : undefined };
  },
};

// The backend as MSW handlers.

interface Member {
  uid: string;
  nick: string;
  motto: string;
}

interface Shop {
  member: Member | null;
  tokens: Set<string>;
  blocked: boolean;
  /** Method, path, bearer and body of each request. */
  log: string[];
  /** Answers an expired session with HTTP 401 instead of an envelope. */
  plain401: boolean;
}

let shop: Shop;
let server: SetupServer;
let phone: Phone;
let auth: Auth;

const envelope = (code: number, data: unknown = null, msg = '') => HttpResponse.json({ code, msg, data });

function serve(): SetupServer {
  const known = (request: Request) =>
    shop.tokens.has((request.headers.get('authorization') ?? '').replace('Bearer ', ''));
  const expired = () =>
    shop.plain401 ? new HttpResponse(null, { status: 401 }) : envelope(40101, null, 'token expired');
  const note = async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const text = request.method === 'GET' ? '' : await request.clone().text();
    shop.log.push(`${request.method} ${pathname}${search} ${text}`.trim());
  };
  return setupServer(
    http.post(`${ORIGIN}/sessions`, async ({ request }) => {
      await note(request);
      if (shop.blocked) return envelope(40301, null, 'blocked');
      const token = `t${shop.log.length}`;
      shop.tokens.add(token);
      return envelope(0, { token, member: shop.member });
    }),
    http.get(`${ORIGIN}/sessions/current`, async ({ request }) => {
      await note(request);
      return known(request) ? envelope(0, {}) : expired();
    }),
    http.delete(`${ORIGIN}/sessions/current`, async ({ request }) => {
      await note(request);
      return envelope(0, {});
    }),
    http.get(`${ORIGIN}/me`, async ({ request }) => {
      await note(request);
      return known(request) ? envelope(0, { member: shop.member }) : expired();
    }),
    http.put(`${ORIGIN}/me`, async ({ request }) => {
      await note(request);
      if (!known(request)) return expired();
      const change = (await request.json()) as Partial<Member>;
      if (change.nick === '官方') return envelope(42201, { field: 'nick' }, '昵称含有违规内容');
      if (change.motto === '加微信') return envelope(42201, {}, '资料里不能留联系方式');
      shop.member = { uid: 'm-1', nick: '', motto: '', ...shop.member, ...change };
      return envelope(0, { member: shop.member });
    }),
    http.get(`${ORIGIN}/orders`, async ({ request }) => {
      await note(request);
      return known(request) ? envelope(0, { orders: [] }) : expired();
    }),
  );
}

/** Starts a process of the mini-program. */
async function launch(): Promise<void> {
  auth = createAuth({ api: shopApi, ways: [fill], storagePrefix: 'shop_' });
  auth.start();
  await settled(phone);
}

beforeEach(async () => {
  shop = { member: null, tokens: new Set(), blocked: false, log: [], plain401: false };
  server = serve();
  server.listen({ onUnhandledRequest: 'error' });
  const clock = createVirtualClock();
  const wechat = createWechat({ clock, accounts: testAccounts(ORIGIN), appid: 'wx0', secret: 'secret' });
  phone = createPhone({
    wechat,
    account: 'lin',
    clock,
    era: 'fill',
    // This version has neither the review of nicknames nor privacy contracts.
    sdkVersion: '2.28.0',
    fetch: (url, init) => globalThis.fetch(url, init),
  });
  (globalThis as unknown as { wx: unknown }).wx = phone.wx;
});
afterEach(() => server.close());

async function save(nickName: string, title = ''): Promise<void> {
  auth.on.submit({ nickName, title });
  await settled(phone);
}

test('login and profile: JSON bodies, the session in a header', async () => {
  await launch();
  expect(auth.getState()).toMatchObject({ isLogin: 2, signedIn: true, ask: 'form' });
  await save('鹿');
  expect(auth.getState()).toMatchObject({ isLogin: 1, user: { id: 'm-1', nickName: '鹿' } });
  expect(shop.log).toEqual([expect.stringMatching(/^POST \/sessions \{"code":"/), 'PUT /me {"nick":"鹿"}']);
  expect(Object.keys(phone.storage).sort()).toEqual(['shop_rd3_session', 'shop_user_info']);
});

test.each([
  ['HTTP 200 with an error code', false],
  ['HTTP 401', true],
])('an expired session (%s) at the check: one login, no error', async (_what, plain401) => {
  await launch();
  await save('鹿');
  shop.tokens.clear();
  shop.plain401 = plain401;
  shop.log.length = 0;
  await launch();
  expect(auth.getState()).toMatchObject({ isLogin: 1, notice: null });
  expect(shop.log.filter((line) => line.startsWith('POST /sessions'))).toHaveLength(1);
});

test.each([
  ['HTTP 200 with an error code', false],
  ['HTTP 401', true],
])(
  'an expired session (%s) at requests of the app: one shared login, one replay each',
  async (_what, plain401) => {
    await launch();
    shop.tokens.clear();
    shop.plain401 = plain401;
    shop.log.length = 0;
    const all = Promise.all([1, 2, 3].map(() => auth.request({ url: '/orders' })));
    await settled(phone);
    expect(await all).toEqual([1, 2, 3].map(() => ({ code: 0, msg: '', data: { orders: [] } })));
    expect(shop.log.filter((line) => line.startsWith('POST /sessions'))).toHaveLength(1);
    expect(shop.log.filter((line) => line === 'GET /orders')).toHaveLength(6);
  },
);

test('an expired session at a save: one login, one replay', async () => {
  await launch();
  shop.tokens.clear();
  await save('鹿');
  expect(auth.getState()).toMatchObject({ isLogin: 1, user: { nickName: '鹿' } });
});

test('a blocked account sees customer service instead of 重试', async () => {
  shop.blocked = true;
  await launch();
  expect(auth.getState()).toMatchObject({
    isLogin: 2,
    ask: 'contact',
    notice: { kind: 'blocked', action: 'contact' },
  });
  shop.blocked = false;
  auth.resume();
  await settled(phone);
  expect(auth.getState()).toMatchObject({ ask: 'form', notice: null });
});

test("the server's text is shown beside its field, without 重试", async () => {
  await launch();
  await save('官方');
  expect(auth.getState()).toMatchObject({
    isLogin: 2,
    busy: '',
    notice: null,
    problems: { nickName: '昵称含有违规内容' },
    draft: { nickName: '官方' },
  });
  auth.resume();
  await settled(phone);
  expect(shop.log.filter((line) => line.startsWith('PUT'))).toHaveLength(1);
  await save('鹿');
  expect(auth.getState()).toMatchObject({ isLogin: 1, problems: { nickName: '' } });
});

test('a text without a field is a notice without 重试', async () => {
  await launch();
  await save('鹿', '加微信');
  expect(auth.getState().notice).toEqual({ kind: 'refused', text: '资料里不能留联系方式', action: '' });
});

test('an edit sends only changed fields: a newer name on the server stays', async () => {
  await launch();
  await save('鹿');
  shop.member = { uid: 'm-1', nick: '在电脑上改的名字', motto: '' };
  shop.log.length = 0;
  auth.on.edit();
  await save('鹿', '新的一天');
  expect(shop.log).toEqual(['PUT /me {"motto":"新的一天"}']);
  expect(auth.getState().user).toMatchObject({ nickName: '在电脑上改的名字', title: '新的一天' });
});

test.each([
  ['changed', { uid: 'm-1', nick: '鹿鹿', motto: '' }, { isLogin: 1, user: { nickName: '鹿鹿' } }],
  ['deleted', null, { isLogin: 2, user: null, ask: 'form' }],
])('a profile that was %s on another device: the next launch shows it', async (_what, member, state) => {
  await launch();
  await save('鹿');
  shop.member = member;
  await launch();
  expect(auth.getState()).toMatchObject({ ...state, notice: null });
});

test('logout ends the session on phone and server, and the next launch waits for a tap', async () => {
  await launch();
  await save('鹿');
  shop.log.length = 0;
  auth.logout();
  await settled(phone);
  expect(auth.getState()).toMatchObject({ isLogin: 2, loggedOut: true, ask: 'login', user: null });
  expect(shop.log).toEqual(['DELETE /sessions/current {}']);
  expect(Object.keys(phone.storage)).toEqual(['shop_logged_out']);
  await launch();
  auth.resume();
  await settled(phone);
  expect(shop.log).toHaveLength(1);
  auth.on.retry();
  await settled(phone);
  expect(auth.getState()).toMatchObject({ isLogin: 1, user: { nickName: '鹿' }, loggedOut: false });
});

test('moving the session into the query is one line of the api', async () => {
  auth = createAuth({
    api: {
      ...shopApi,
      sign: (session, request) => ({
        ...request,
        url: ORIGIN + request.url,
        data: { ...request.data, sid: session },
      }),
    },
    ways: [fill],
  });
  auth.start();
  await settled(phone);
  void auth.request({ url: '/orders', data: { page: 1 } }).catch(() => {});
  await settled(phone);
  expect(shop.log.find((line) => line.startsWith('GET /orders'))).toMatch(/^GET \/orders\?page=1&sid=t\d+$/);
});
