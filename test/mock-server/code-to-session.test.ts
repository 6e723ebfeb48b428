/** The backend's call to WeChat: its request, and its handling of bad responses. */
import { createWechatClient } from '../../mock-server/backend/ask-wechat';
import { codeToSession } from '../../mock-server/backend/code-to-session';

/** Exchanges a code. WeChat gives these responses in turn; an Error is a network failure. */
async function exchange(code: string, ...answers: (string | Error)[]) {
  const asked: URL[] = [];
  const result = await codeToSession(code, {
    credentials: { appid: 'wx1', secret: 's&1' },
    wechat: createWechatClient(async (url) => {
      asked.push(new URL(url));
      const answer = answers.shift() ?? '';
      if (answer instanceof Error) throw answer;
      return { status: 200, text: async () => answer };
    }),
  }).catch((error: unknown) => error);
  return { result, asked };
}

const ok = '{"openid":"o1","session_key":"k1"}';
const busy = '{"errcode":-1,"errmsg":"system error"}';

test('sends the parameters that WeChat requires, each encoded', async () => {
  const { result, asked } = await exchange('a&secret=evil#x', ok);
  expect(result).toEqual({ openid: 'o1', sessionKey: 'k1' });
  expect(asked[0]?.origin).toBe('https://api.weixin.qq.com');
  expect(asked[0]?.pathname).toBe('/sns/jscode2session');
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
    appid: 'wx1',
    secret: 's&1',
    js_code: 'a&secret=evil#x',
    grant_type: 'authorization_code',
  });
});

test('errcode 0 is a success, and unionid is kept', async () => {
  const { result } = await exchange(
    'c',
    '{"errcode":0,"errmsg":"ok","openid":"o1","session_key":"k1","unionid":"u1"}',
  );
  expect(result).toEqual({ openid: 'o1', sessionKey: 'k1', unionid: 'u1' });
});

test('busy: one retry, no second', async () => {
  expect((await exchange('c', busy, ok)).result).toEqual({ openid: 'o1', sessionKey: 'k1' });
  const { result, asked } = await exchange('c', busy, busy, ok);
  expect(result).toMatchObject({ status: 502, errcode: -1 });
  expect(asked).toHaveLength(2);
});

test('no retry after any other error: the code is used up', async () => {
  const { result, asked } = await exchange('c', '{"errcode":40029,"errmsg":"invalid code"}', ok);
  expect(result).toMatchObject({ status: 400, errcode: 40029 });
  expect(asked).toHaveLength(1);
});

test.each([
  ['no network', new Error('ECONNREFUSED')],
  ['nothing', ''],
  ['HTML', '<html>'],
  ['null', 'null'],
  ['a number', '7'],
  ['no identity', '{}'],
  ['no key', '{"openid":"o1"}'],
  ['an empty openid', '{"openid":"","session_key":"k1"}'],
  ['wrong types', '{"openid":1,"session_key":[]}'],
])('%s: 502', async (_what, answer) => {
  expect((await exchange('c', answer)).result).toMatchObject({
    status: 502,
    message: expect.stringMatching(/^WeChat .*; try again$/),
  });
});
