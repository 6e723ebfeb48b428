/** getUserInfo and its button: the returned data in each era. */
import { decryptUserData, signRawData } from '../../mock-server/wechat/crypto';
import {
  AGREED,
  answerSheet,
  ask,
  authSetting,
  nameIn,
  phoneAt,
  press,
  type TestPhone,
  testPhone,
} from './support/phone';
import { setUp } from './support/wechat';

const getUserInfo = (test: TestPhone, option: object = {}) =>
  ask(test, (callbacks) => test.wx.getUserInfo({ ...option, ...callbacks }));

test('until 2018 getUserInfo asks the user [announcement 0000a26e1aca6012e896a517556c01]', async () => {
  const test = testPhone({ era: 'legacy' });
  const asked = await getUserInfo(test);
  await answerSheet(test, 'allow');
  expect(nameIn(asked.result)).toBe('林小满');
});

test('from 2018 on getUserInfo never asks: without consent it fails [announcement 0000a26e1aca6012e896a517556c01]', async () => {
  const test = testPhone({ era: 'button' });
  expect((await getUserInfo(test)).order[0]).toBe('fail');
  expect(test.phone.screen.items).toEqual([]);
});

test('from 2018 on authorize never asks for scope.userInfo [community https://wdk-docs.github.io/wxadev-docs/framework/open-ability/user/authorize.html]', async () => {
  const test = testPhone({ era: 'button' });
  const { order } = await ask(test, (option) => test.wx.authorize({ scope: 'scope.userInfo', ...option }));
  expect(order[0]).toBe('fail');
  expect(test.phone.screen.items).toEqual([]);
});

test('after consent through the button getUserInfo returns the data without asking [community https://developers.weixin.qq.com/community/personal/oCJUsw1rFM-Q859ziGycY0ASK41w/fav]', async () => {
  const test = testPhone({ era: 'button' });
  await press(test, 'getUserInfo');
  await answerSheet(test, 'allow');
  expect(nameIn((await getUserInfo(test)).result)).toBe('林小满');
});

test('never requested, it fails with `scope unauthorized`; refused, with `auth deny` [community https://github.com/tencentyun/wafer2-quickstart/issues/10]', async () => {
  const unasked = await getUserInfo(testPhone({ era: 'button' }));
  expect(unasked.result.errMsg).toBe('getUserInfo:fail scope unauthorized');
  const refused = await getUserInfo(testPhone({ era: 'button', authSetting: { 'scope.userInfo': false } }));
  expect(refused.result.errMsg).toBe('getUserInfo:fail auth deny');
});

test('<button open-type="getUserInfo"> exists from 1.3.0 on [page component/button.html]', async () => {
  const asks = async (sdkVersion: string) => {
    const test = phoneAt(sdkVersion, { era: 'button' });
    await press(test, 'getUserInfo');
    return test.phone.screen.find('authorize') !== undefined;
  };
  expect([await asks('1.2.9'), await asks('1.3.0')]).toEqual([false, true]);
});

test('the button’s event has the same detail as getUserInfo [page component/button.html]', async () => {
  const test = testPhone({ era: 'button', authSetting: { 'scope.userInfo': true } });
  const [event] = await press(test, 'getUserInfo');
  expect(event).toEqual({ event: 'getuserinfo', detail: (await getUserInfo(test)).result });
});

test('a refusal fires the event with errMsg and without userInfo [community https://developers.weixin.qq.com/community/develop/doc/0002ece697cef8692b28f2f1556400]', async () => {
  const test = testPhone({ era: 'button' });
  const events = await press(test, 'getUserInfo');
  await answerSheet(test, 'deny');
  expect(events).toEqual([{ event: 'getuserinfo', detail: { errMsg: 'getUserInfo:fail auth deny' } }]);
});

test('after a refusal a tap on the button asks again: the button has no limit on sheets [community https://developers.weixin.qq.com/community/develop/doc/0000c2ce318558fa7da63803951c00]', async () => {
  const test = testPhone({ era: 'button', authSetting: { 'scope.userInfo': false } });
  const events = await press(test, 'getUserInfo');
  await answerSheet(test, 'allow');
  expect(nameIn(events[0]?.detail ?? {})).toBe('林小满');
  expect(await authSetting(test)).toEqual({ 'scope.userInfo': true });
});

test('from 2021-04-28 on getUserInfo and its button return an anonymous user, without asking [announcement 000cacfa20ce88df04cb468bc52801]', async () => {
  for (const era of ['profile', 'fill'] as const) {
    const test = testPhone({ era, ...AGREED });
    expect(nameIn((await getUserInfo(test)).result)).toBe('微信用户');
    expect(nameIn((await press(test, 'getUserInfo'))[0]?.detail ?? {})).toBe('微信用户');
    expect(test.phone.screen.items).toEqual([]);
  }
});

test('from that date on authorize(scope.userInfo) succeeds without asking [community https://blog.csdn.net/weixin_43905387/article/details/114641212]', async () => {
  for (const era of ['profile', 'fill'] as const) {
    const test = testPhone({ era });
    const { order } = await ask(test, (option) => test.wx.authorize({ scope: 'scope.userInfo', ...option }));
    expect({ order, showing: test.phone.screen.items.length }).toEqual({
      order: ['success', 'complete'],
      showing: 0,
    });
  }
});

test('from that date on scope.userInfo is true [community https://developers.weixin.qq.com/community/personal/oCJUsw1s13vo2nnn8wnL0H1PZcLM/fav]', async () => {
  for (const era of ['profile', 'fill'] as const) {
    expect(await authSetting(testPhone({ era }))).toEqual({ 'scope.userInfo': true });
  }
});

test('the data of the anonymous user is encrypted too; openId and unionId stay real [announcement 000cacfa20ce88df04cb468bc52801]', async () => {
  const { test, sessionKey, accounts } = setUp({ era: 'profile' });
  const key = await sessionKey();
  const { result } = await getUserInfo(test);
  const plain = JSON.parse(decryptUserData(String(result.encryptedData), key, String(result.iv)));
  const lin = accounts.find(({ id }) => id === 'lin');
  expect(plain).toMatchObject({ nickName: '微信用户', openId: lin?.openid });
  expect(plain.unionId).toBe(lin?.unionid);
});

test('withCredentials: true needs a valid session key [typings 6624; wx.getUserInfo]', async () => {
  const test = testPhone({ era: 'profile' });
  test.wechat.fresh = false;
  expect((await getUserInfo(test, { withCredentials: true })).order[0]).toBe('fail');
  test.wechat.fresh = true;
  expect((await getUserInfo(test, { withCredentials: true })).result).toHaveProperty('encryptedData');
});

test('with withCredentials: false the data is neither signed nor encrypted [typings 6624; wx.getUserInfo]', async () => {
  const { result } = await getUserInfo(testPhone({ era: 'profile' }), { withCredentials: false });
  for (const name of ['signature', 'encryptedData', 'iv']) expect(result).not.toHaveProperty(name);
  expect(result).toHaveProperty('rawData');
});

test('without the option the data is signed if a session key is valid, and plain otherwise [choice]', async () => {
  const test = testPhone({ era: 'profile' });
  expect((await getUserInfo(test)).result).toHaveProperty('signature');
  test.wechat.fresh = false;
  expect((await getUserInfo(test)).result).not.toHaveProperty('signature');
});

test('signature is sha1(rawData + session_key) [typings 6638; wx.getUserInfo]', async () => {
  const { test, sessionKey } = setUp({ era: 'profile' });
  const key = await sessionKey();
  const { result } = await getUserInfo(test);
  expect(result.signature).toBe(signRawData(String(result.rawData), key));
});
