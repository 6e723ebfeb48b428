/** The phone's log: complete, without secrets. */
import { json, testPhone } from './support/phone';

it('has a line for each call, result and request', async () => {
  const { phone, wx, clock } = testPhone({}, () => json({ fine: true }, { status: 201 }));
  const received: unknown[] = [];
  phone.onEvent((event) => received.push(event));
  wx.request({ url: 'https://api.test/x', method: 'POST', data: { a: 1 }, success() {} });
  await phone.settle();
  const at = clock.now();
  expect(phone.events).toEqual([
    {
      kind: 'call',
      at,
      api: 'request',
      id: 1,
      args: { url: 'https://api.test/x', method: 'POST', data: { a: 1 } },
    },
    { kind: 'request', at, method: 'POST', url: 'https://api.test/x', status: 201, ms: 0 },
    expect.objectContaining({ kind: 'result', api: 'request', id: 1, ok: true }),
  ]);
  expect(received).toEqual(phone.events);
});

it('has status null for a request without an answer, and its duration', async () => {
  const test: ReturnType<typeof testPhone> = testPhone({}, async () => {
    await test.clock.sleep(Number.POSITIVE_INFINITY);
    return json({});
  });
  test.wx.request({ url: 'https://api.test/x', timeout: 500, fail() {} });
  await test.phone.settle();
  expect(test.phone.events).toContainEqual(
    expect.objectContaining({ kind: 'request', status: null, ms: 500 }),
  );
});

it('never contains a code, a session id, a signature or encrypted data', async () => {
  const session = 'SESSION-0123456789/+=';
  const { phone, wx } = testPhone({ era: 'button', authSetting: { 'scope.userInfo': true } }, ({ url }) =>
    url.includes('onlogin')
      ? json({ rd3_session: session, user_info: null })
      : json({ echo: `again ${session}` }),
  );
  const { code } = await wx.login();
  wx.request({ url: 'https://api.test/onlogin', data: { code }, success() {} });
  await phone.settle();
  wx.setStorageSync('rd3_session', { v: 1, value: session });
  wx.getStorageSync('rd3_session');
  await wx.setStorage({ key: 'my-token', data: 'token-0123456789' });
  const { signature, encryptedData, iv } = await wx.getUserInfo({});
  wx.request({
    url: `https://api.test/check?rd3_session=${encodeURIComponent(session)}`,
    method: 'POST',
    data: `rd3_session=${encodeURIComponent(session)}&signature=${signature}&text=${session}`,
    success() {},
  });
  await phone.settle();
  const text = JSON.stringify(phone.events);
  for (const secret of [
    code,
    session,
    encodeURIComponent(session),
    signature,
    encryptedData,
    iv,
    'token-0123456789',
  ]) {
    expect(text).not.toContain(secret);
  }
  expect(text).toContain('rd3_session=…');
  // Values that are not secret stay readable.
  expect(text).toContain('林小满');
});

it('a secret that cannot be URL-encoded is masked, without an exception', () => {
  const { phone, wx } = testPhone();
  wx.setStorageSync('token', 'half a character: \ud83d');
  wx.setStorageSync('other', 'half a character: \ud83d');
  expect(JSON.stringify(phone.events)).not.toContain('half a character');
});
