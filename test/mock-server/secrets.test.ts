/** No openid, unionid or session key appears in any response, log line, state or error text, in any scenario. */
import { startHttpMock } from '../../mock-server/http';
import { scenarios } from '../../mock-server/scenarios';
import type { ApiResponse, World } from '../../mock-server/types';
import { testAccounts } from '../../mock-server/wechat/accounts';
import { createWorld } from '../../mock-server/world';

const NAMES = /open_?id|union_?id|session_?key|secret|js_code/i;
const identities = testAccounts('').flatMap(({ openid, unionid }) =>
  unionid ? [openid, unionid] : [openid],
);

/** Headers and body of a response as text. */
const textOf = (answer: ApiResponse) =>
  'cut' in answer
    ? ''
    : JSON.stringify(answer.headers) +
      (typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body));

/** Sends all kinds of valid and invalid requests, and collects the responses. */
async function walk(world: World): Promise<{ text: string; secrets: string[] }> {
  const { account } = world.phone;
  const texts: string[] = [];
  const secrets = [...identities];
  const ask = async (method: string, endpoint: string, fields: Record<string, string>) => {
    const form = new URLSearchParams(fields);
    const answer = await world.handle({
      method,
      path: `/api/index/${endpoint}`,
      query: method === 'GET' ? form : new URLSearchParams(),
      headers: {},
      body: method === 'GET' ? null : new TextEncoder().encode(form.toString()),
    });
    texts.push(textOf(answer));
    return answer;
  };
  const code = await world.wechat.issueCode(account);
  const logIn = await ask('GET', 'onlogin', { code });
  await ask('GET', 'onlogin', { code });
  await ask('GET', 'onlogin', { code: 'nonsense' });
  let session = world.phone.storage.rd3_session?.value ?? '';
  try {
    session = 'cut' in logIn ? session : (JSON.parse(String(logIn.body)).rd3_session ?? session);
  } catch {
    // The responses of this scenario are broken, so use the stored session if there is one.
  }
  await ask('GET', 'check_3rdsession', { rd3_session: session });
  const record = await world.store.getSession(session);
  if (record) secrets.push(record.sessionKey);
  const info_json = '{"nickName":"小满"}';
  await ask('POST', 'setuserinfo', { rd3_session: session, info_json });
  if (await world.wechat.isSessionFresh(account)) {
    const data = await world.wechat.userData(account, {
      anonymous: false,
      withCredentials: true,
      withIdentity: true,
    });
    const { rawData, signature = '', encryptedData = '', iv = '' } = data;
    const all = { rd3_session: session, info_json: rawData, rawData, signature, encryptedData, iv };
    await ask('POST', 'setuserinfo', all);
    await ask('POST', 'setuserinfo', { ...all, signature: 'wrong' });
    await ask('POST', 'setuserinfo', { ...all, encryptedData: 'wrong' });
  }
  return {
    text: [...texts, JSON.stringify(world.log), JSON.stringify(world.phone.storage)].join('\n'),
    secrets,
  };
}

test.each(scenarios.map(({ id }) => id))('%s', async (scenario) => {
  const world = await createWorld({
    scenario,
    fetch: 'in-process',
    clock: { now: () => Date.now(), sleep: async () => {} },
  });
  const { text, secrets } = await walk(world);
  expect(text.length).toBeGreaterThan(500);
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(text).not.toMatch(NAMES);
});

test('without masking the responses contain secrets, so the scan can fail', async () => {
  const world = await createWorld({ scenario: 'returning', fetch: 'in-process' });
  const { secrets } = await walk(world);
  expect(secrets.length).toBeGreaterThan(identities.length);
  expect(JSON.stringify(await world.store.getUser(identities[0] ?? ''))).toMatch(NAMES);
});

test('the log and the control page contain no code and no session id', async () => {
  const mock = await startHttpMock({ port: 0, scenario: 'member', closeGrace: 0 });
  const answer = await fetch(`${mock.origin}/api/index/onlogin?code=very-own-code`);
  const { rd3_session: session } = (await answer.json()) as { rd3_session: string };
  await fetch(`${mock.origin}/api/index/check_3rdsession?rd3_session=${session}`);
  const state = await (await fetch(`${mock.origin}/__mock__/state`)).text();
  await mock.close();
  expect(state).toContain('/api/index/check_3rdsession');
  expect(state).not.toContain('very-own-code');
  expect(state).not.toContain(session);
  expect(state).not.toMatch(NAMES);
});
