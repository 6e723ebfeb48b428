/**
 * Code → session key on the server. The server verifies WeChat's signature and decrypts the data; the unionid stays
 * there.
 */
import type { ApiRequest } from '../../mock-server/types';
import { type Run, useStage } from '../support/stage';

const begin = useStage();

/** Lets the user agree. Returns the forms that were sent. */
async function authorize(run: Run): Promise<URLSearchParams[]> {
  const forms: URLSearchParams[] = [];
  const handle = run.world.handle;
  run.world.handle = (request: ApiRequest) => {
    if (request.method === 'POST')
      forms.push(new URLSearchParams(new TextDecoder().decode(request.body ?? undefined)));
    return handle(request);
  };
  await run.page.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  return forms;
}

/** The user opens the mini-program on a second device, which changes WeChat's session key. */
async function secondDevice({ world }: Run): Promise<void> {
  world.wechat.expireSessionKey('lin');
  const code = await world.wechat.issueCode('lin');
  await fetch(`http://127.0.0.1:3000/api/index/onlogin?code=${code}`);
}

const proof = ['rawData', 'signature', 'encryptedData', 'iv'];

test.each(['guest-button', 'guest-legacy', 'guest-profile'])(
  '%s: rawData, signature, encryptedData and iv are sent, and the server verifies them',
  async (scenario) => {
    const run = await begin(scenario);
    const [form] = await authorize(run);
    expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
    expect([...(form?.keys() ?? [])].sort()).toEqual(['info_json', 'rd3_session', ...proof].sort());
    expect(JSON.parse(form?.get('rawData') ?? '')).toMatchObject({ nickName: '林小满' });
  },
);

test('a second device changed the key: one new login, and profile and signature are read again', async () => {
  const run = await begin('guest-button');
  await secondDevice(run);
  const forms = await authorize(run);
  expect(run.requests.slice(2)).toEqual(['setuserinfo 400', 'onlogin 200', 'setuserinfo 200']);
  expect(forms[1]?.get('iv')).toBeTruthy();
  expect(forms[1]?.get('iv')).not.toBe(forms[0]?.get('iv'));
  expect(run.isLogin).toBe(1);
});

test('the same if reading again would open a dialog: the replay has no signature', async () => {
  const run = await begin('guest-profile');
  await secondDevice(run);
  const forms = await authorize(run);
  expect(run.requests.slice(2)).toEqual(['setuserinfo 400', 'onlogin 200', 'setuserinfo 200']);
  expect(proof.filter((name) => forms[1]?.has(name))).toEqual([]);
  expect(run.calls('getUserProfile')).toBe(1);
  expect(run.isLogin).toBe(1);
});

test('no valid key: the profile is saved without a signature', async () => {
  const run = await begin('guest-button');
  run.world.wechat.expireSessionKey('lin');
  const [form] = await authorize(run);
  expect(form?.has('signature')).toBe(false);
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
  expect(run.isLogin).toBe(1);
});
