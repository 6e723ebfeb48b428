/** The server verifies, decrypts and uses WeChat's signed data instead of the client's own claims. */
import { decryptUserData } from '../../mock-server/wechat/crypto';
import type { WechatUserData } from '../../mock-server/wechat/types';
import { createWorld } from '../../mock-server/world';
import type { OpenDoor } from './door';
import { doors, logIn, save } from './doors';

const direct = doors[0];
let door: OpenDoor;
let session: string;

beforeEach(async () => {
  if (!direct) throw new Error('no door');
  door = await direct.open();
  session = await logIn(door);
});

const everything = { anonymous: false, withCredentials: true, withIdentity: true };
const take = (options = {}) => door.world.wechat.userData('lin', { ...everything, ...options });

/** Sends user data like the mini-program, with changes. */
async function send(data: WechatUserData, changes: Record<string, string | undefined> = {}) {
  const { rawData, signature = '', encryptedData = '', iv = '' } = data;
  const all = { rd3_session: session, info_json: rawData, rawData, signature, encryptedData, iv, ...changes };
  const fields = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const answer = await save(door, Object.fromEntries(fields));
  return { status: answer.status, body: (await answer.json()) as { msg: string; user_info?: object } };
}

const refused = (msg: RegExp) => ({ status: 400, body: { code: 0, msg: expect.stringMatching(msg) } });
const keyOf = async (id: string) => (await door.world.store.getSession(id))?.sessionKey ?? '';
const only = { encryptedData: undefined, iv: undefined };

test("the decrypted profile overrides the client's fields, without a conflict with its title", async () => {
  const { status, body } = await send(await take(), {
    info_json: JSON.stringify({ nickName: '冒充者', gender: 1, title: '我的一行' }),
  });
  expect(status).toBe(200);
  expect(body.user_info).toMatchObject({ nickName: '林小满', gender: 2, city: '深圳', title: '我的一行' });
});

test('signed data without encryption is accepted', async () => {
  const { body } = await send(await take(), { ...only, info_json: '{"nickName":"冒充者"}' });
  expect(body.user_info).toMatchObject({ nickName: '林小满' });
});

test('the signed part alone is enough', async () => {
  const { body } = await send(await take(), { info_json: undefined });
  expect(body.user_info).toMatchObject({ nickName: '林小满' });
});

test('a wrong signature is refused', async () => {
  const data = await take();
  expect(await send(data, { signature: data.signature?.replace(/^./, 'g') })).toEqual(
    refused(/^signature: does not match rawData/),
  );
  expect(await send(data, { rawData: '{"nickName":"冒充者"}' })).toEqual(refused(/^signature/));
});

describe('a form that was not URL-encoded', () => {
  const lost = (text = '') => text.replaceAll('+', ' ');
  const hint = /URL-encode the value.*Or the session key has changed/;

  /** Encrypted data with a `+` in both fields. The iv is random, so it tries until both have one. */
  async function withPlus() {
    for (;;) {
      const data = await take();
      if (data.encryptedData?.includes('+') && data.iv?.includes('+')) return data;
    }
  }

  test.each(['encryptedData', 'iv'] as const)(
    '%s lost its "+": the error names this and the session key as possible causes',
    async (name) => {
      const data = await withPlus();
      const { status, body } = await send(data, { [name]: lost(data[name]) });
      expect({ status, msg: body.msg }).toEqual({ status: 400, msg: expect.stringMatching(hint) });
      expect(body.msg).toContain(`encryptedData: cannot be decrypted; ${name}: every "+" arrived as a space`);
    },
  );

  test('both lost it: the error names both', async () => {
    const data = await withPlus();
    const { body } = await send(data, { encryptedData: lost(data.encryptedData), iv: lost(data.iv) });
    expect(body.msg).toContain('encryptedData and iv: every');
  });

  test('rawData lost the "+" of a name: the signature is wrong, and the error names the reason', async () => {
    const lin = door.world.wechat;
    const profile = await lin.profileOf('lin');
    const rawData = JSON.stringify({ ...profile, nickName: 'A+B' });
    const { body } = await send(
      { userInfo: profile, rawData: lost(rawData), signature: 'f'.repeat(40) },
      only,
    );
    expect(body.msg).toMatch(/^signature: does not match rawData; rawData: every "\+"/);
  });

  test('a wrong session key alone gives no such hint', async () => {
    const data = await take();
    const { body } = await send(data, { iv: 'AAAAAAAAAAAAAAAAAAAAAA' });
    expect(body.msg).not.toContain('URL-encode');
  });
});

test('a field without the other field of its pair is refused', async () => {
  const data = await take();
  expect(await send(data, { signature: undefined })).toEqual(
    refused(/^signature: missing, it belongs to rawData/),
  );
  expect(await send(data, { rawData: '' })).toEqual(refused(/^rawData: missing/));
  expect(await send(data, { iv: undefined })).toEqual(refused(/^iv: missing/));
});

test('encrypted data alone is not trusted: without a MAC, a changed iv changes the text unnoticed', async () => {
  const data = await take({ withIdentity: false });
  // The first block of the text is XORed with the iv: flipping a bit of the iv flips a bit of the nickname.
  const plain = decryptUserData(data.encryptedData ?? '', await keyOf(session), data.iv ?? '');
  expect(plain.startsWith('{"nickName":"')).toBe(true);
  const iv = Buffer.from(data.iv ?? '', 'base64');
  iv[3] = (iv[3] ?? 0) ^ 1;
  const bent = { ...data, iv: iv.toString('base64') };
  const alone = { info_json: undefined, rawData: undefined, signature: undefined };
  expect(JSON.parse(decryptUserData(bent.encryptedData ?? '', await keyOf(session), bent.iv))).toMatchObject({
    city: '深圳',
  });
  expect(await send(data, alone)).toEqual(refused(/^rawData: missing/));
  expect(await send(bent, alone)).toEqual(refused(/^rawData: missing/));
  expect(await send(bent)).toEqual(refused(/^encryptedData: its nickName differs from rawData/));
  expect((await send(data)).status).toBe(200);
});

test('data that cannot be decrypted is refused', async () => {
  const data = await take();
  expect(await send(data, { iv: 'AAAA' })).toEqual(refused(/^encryptedData: cannot be decrypted/));
  expect(await send(data, { encryptedData: 'zzzz' })).toEqual(refused(/^encryptedData: cannot be decrypted/));
});

test('a login rotated the key after the data was encrypted: only the old session can decrypt it', async () => {
  const data = await take();
  door.clock.advance(2 * 60 * 60 * 1000);
  session = await logIn(door);
  expect(await send(data)).toEqual(refused(/^signature.*call wx\.login, then get the profile again/));
});

test('a watermark that is too old, or in the future, is refused', async () => {
  const old = await take();
  door.clock.advance(10 * 60_000 + 1000);
  expect(await send(old)).toEqual(refused(/watermark is too old/));
  const future = await take();
  door.clock.advance(-11 * 60_000);
  expect(await send(future)).toEqual(refused(/watermark is too old/));
});

test("another mini-program's watermark is refused", async () => {
  const other = await createWorld({ appid: 'wxother', secret: 's', clock: door.clock });
  // The key is the same on both sides, so only the watermark differs.
  const { encryptUserData } = await import('../../mock-server/wechat/crypto');
  const key = (await door.world.store.getSession(session))?.sessionKey ?? '';
  const plain = JSON.stringify({
    nickName: '林小满',
    watermark: { timestamp: door.clock.now() / 1000, appid: other.wechat.appid },
  });
  const iv = 'r7BXXKkLb8qrSNn05n0qiA==';
  const data = { ...(await take()), encryptedData: encryptUserData(plain, key, iv), iv };
  expect(await send(data)).toEqual(refused(/watermark names another mini-program/));
});

test("another user's data in this session is refused", async () => {
  const { encryptUserData } = await import('../../mock-server/wechat/crypto');
  const key = (await door.world.store.getSession(session))?.sessionKey ?? '';
  const plain = JSON.stringify({
    openId: 'oSomebodyElse',
    nickName: '林小满',
    watermark: { timestamp: door.clock.now() / 1000, appid: door.world.wechat.appid },
  });
  const iv = 'r7BXXKkLb8qrSNn05n0qiA==';
  const data = { ...(await take()), encryptedData: encryptUserData(plain, key, iv), iv };
  expect(await send(data)).toEqual(refused(/belongs to another user/));
});

describe('微信用户 with the grey avatar', () => {
  test('is never saved', async () => {
    const anonymous = await take({ anonymous: true });
    expect(await send(anonymous)).toEqual(refused(/微信用户/));
    expect(await send(anonymous, { ...only, rawData: undefined, signature: undefined })).toEqual(
      refused(/微信用户/),
    );
    expect(await send(anonymous, { info_json: '{"nickName":"微信用户"}' })).toEqual(refused(/微信用户/));
  });

  test("does not replace the user's input", async () => {
    const { status, body } = await send(await take({ anonymous: true }), {
      info_json: '{"nickName":"小满"}',
    });
    expect(status).toBe(200);
    expect(body.user_info).toMatchObject({ nickName: '小满', avatarUrl: '' });
  });

  test("微信用户 with the user's own avatar is saved", async () => {
    const chosen = { nickName: '微信用户', avatarUrl: 'https://example.com/me.png' };
    const answer = await save(door, { rd3_session: session, info_json: JSON.stringify(chosen) });
    expect(answer.status).toBe(200);
  });
});

test('unionid in the encrypted data is stored', async () => {
  await send(await take());
  const { openid } = (await door.world.store.getSession(session)) ?? { openid: '' };
  expect((await door.world.store.getUser(openid))?.unionid).toMatch(/^o/);
});
