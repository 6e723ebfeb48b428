/** getUserProfile: asks the user at every tap; since 2022 returns an anonymous user. */
import { decryptUserData } from '../../mock-server/wechat/crypto';
import {
  AGREED,
  answerSheet,
  askInTap,
  DESC,
  nameIn,
  phoneAt,
  type TestPhone,
  testPhone,
} from './support/phone';
import { setUp } from './support/wechat';

const getUserProfile = (test: TestPhone, desc: unknown = DESC) =>
  askInTap(test, (callbacks) => test.wx.getUserProfile({ desc, ...callbacks } as never));

test('getUserProfile exists from 2.10.4 on [typings 26037; wx.getUserProfile]', () => {
  expect('getUserProfile' in phoneAt('2.10.3').wx).toBe(false);
  expect('getUserProfile' in phoneAt('2.10.4').wx).toBe(true);
});

test('getUserProfile asks every time and stores no scope [typings 26043; wx.getUserProfile]', async () => {
  const test = testPhone({ era: 'profile' });
  for (let round = 0; round < 2; round += 1) {
    const asked = await getUserProfile(test);
    await answerSheet(test, 'allow');
    expect(nameIn(asked.result)).toBe('林小满');
  }
  expect(test.phone.authSetting).toEqual({});
});

test('after a refusal getUserProfile asks again at the next tap [typings 26043; wx.getUserProfile]', async () => {
  const test = testPhone({ era: 'profile' });
  const refused = await getUserProfile(test);
  await answerSheet(test, 'deny');
  expect(refused.order[0]).toBe('fail');
  await getUserProfile(test);
  expect(test.phone.screen.find('authorize')).toBeDefined();
});

test('desc is required and at most 30 characters long [typings 6647; wx.getUserProfile]', async () => {
  const fails = async (desc: unknown) => (await getUserProfile(testPhone({ era: 'profile' }), desc)).order[0];
  expect(await fails('长'.repeat(31))).toBe('fail');
  expect(await fails('')).toBe('fail');
  expect(await fails(null)).toBe('fail');
  expect(await fails('长'.repeat(30))).toBeUndefined();
});

test('an invalid desc fails with `desc length does not meet the requirements` [community https://cnblogs.com/mr-hu2009/p/16436735.html]', async () => {
  const { result } = await getUserProfile(testPhone({ era: 'profile' }), '');
  expect(result.errMsg).toBe('getUserProfile:fail desc length does not meet the requirements');
});

test('the sheet shows desc [typings 26089; wx.getUserProfile]', async () => {
  const test = testPhone({ era: 'profile' });
  await getUserProfile(test);
  expect(test.phone.screen.get('authorize').desc).toBe(DESC);
});

test('a refused getUserProfile has the text `auth deny` [choice]', async () => {
  const test = testPhone({ era: 'profile' });
  const refused = await getUserProfile(test);
  await answerSheet(test, 'deny');
  expect(refused.result.errMsg).toBe('getUserProfile:fail auth deny');
});

test('the encrypted data of getUserProfile contains neither openId nor unionId [typings 26053; wx.getUserProfile]', async () => {
  const { test, sessionKey } = setUp({ era: 'profile' });
  const key = await sessionKey();
  const { phone } = test;
  const asked = await getUserProfile(test);
  phone.screen.get('authorize').allow();
  await phone.settle();
  const plain = JSON.parse(decryptUserData(String(asked.result.encryptedData), key, String(asked.result.iv)));
  expect(Object.keys(plain)).toEqual(expect.arrayContaining(['nickName', 'watermark']));
  expect(plain).not.toHaveProperty('openId');
  expect(plain).not.toHaveProperty('unionId');
});

test('from 2022-11-08 on getUserProfile returns 微信用户 with a grey avatar [announcement 00022c683e8a80b29bed2142b56c01]', async () => {
  const { test, accounts } = setUp({ era: 'fill', ...AGREED });
  const { result } = await getUserProfile(test);
  expect(nameIn(result)).toBe('微信用户');
  const faces = accounts.map(({ profile }) => profile.avatarUrl);
  expect(faces).not.toContain((result.userInfo as { avatarUrl: string }).avatarUrl);
});

test('below base library 2.27.1 it still returns the real profile [announcement 00022c683e8a80b29bed2142b56c01, addendum of 2022-11-09]', async () => {
  const test = testPhone({ era: 'fill', sdkVersion: '2.27.0' });
  const asked = await getUserProfile(test);
  await answerSheet(test, 'allow');
  expect(nameIn(asked.result)).toBe('林小满');
  expect(nameIn((await getUserProfile(testPhone({ era: 'fill', sdkVersion: '2.27.1' }))).result)).toBe(
    '微信用户',
  );
});

test('the anonymous getUserProfile shows no sheet [choice]', async () => {
  const test = testPhone({ era: 'fill', ...AGREED });
  await getUserProfile(test);
  expect(test.phone.screen.items).toEqual([]);
});
