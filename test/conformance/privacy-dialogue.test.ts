/** Consent to the privacy contract without a listener: WeChat’s own dialog, and the lifetime of consent. */
import { AGREED, ask, press, type TestPhone, testPhone } from './support/phone';

const require_ = (test: TestPhone) => ask(test, (option) => test.wx.requirePrivacyAuthorize(option));
const needed = async (test: TestPhone) =>
  (await ask(test, (option) => test.wx.getPrivacySetting(option))).result.needAuthorization;
const pressAgree = (test: TestPhone, id = 'agree-btn') => press(test, 'agreePrivacyAuthorization', { id });

test('a tap on <button open-type="agreePrivacyAuthorization"> gives consent, even if no call was pending [page component/button.html]', async () => {
  const test = testPhone();
  await pressAgree(test);
  expect(await needed(test)).toBe(false);
  expect((await require_(test)).order[0]).toBe('success');
});

test('getUserInfo|agreePrivacyAuthorization: one tap gives consent, then performs getUserInfo [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const test = testPhone();
  const events = await press(test, 'getUserInfo|agreePrivacyAuthorization', { id: 'both' });
  expect(Object.fromEntries(events.map(({ event, detail }) => [event, detail.errMsg]))).toEqual({
    agreeprivacyauthorization: 'agreePrivacyAuthorization:ok',
    getuserinfo: 'getUserInfo:ok',
  });
});

test('without a listener WeChat’s own dialog asks; after consent the call continues [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const test = testPhone();
  const outcome = await require_(test);
  test.phone.screen.get('privacy').agree();
  await test.phone.settle();
  expect(outcome.order).toEqual(['success', 'complete']);
  expect(await needed(test)).toBe(false);
});

test('a refusal in WeChat’s own dialog fails the call with errno 104 [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const test = testPhone();
  const outcome = await require_(test);
  test.phone.screen.get('privacy').disagree();
  await test.phone.settle();
  expect(outcome.result).toEqual({
    errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized',
    errno: 104,
  });
});

test('for ten seconds after that refusal calls fail at once, without the dialog [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const test = testPhone();
  await require_(test);
  test.phone.screen.get('privacy').disagree();
  await test.clock.advance(9999);
  expect((await require_(test)).result.errno).toBe(104);
  expect(test.phone.screen.items).toEqual([]);
  await test.clock.advance(1);
  await require_(test);
  expect(test.phone.screen.find('privacy')).toBeDefined();
});

test('openPrivacyContract shows the contract and succeeds [typings 29586; wx.openPrivacyContract]', async () => {
  const test = testPhone();
  const { order } = await ask(test, (option) => test.wx.openPrivacyContract(option));
  expect(order).toEqual(['success', 'complete']);
  expect(test.phone.screen.find('contract')).toBeDefined();
});

test('consent stays after the end of the process [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const test = testPhone();
  await pressAgree(test);
  test.phone.kill();
  expect(await needed(test)).toBe(false);
});

test('deleting the mini-program removes consent [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const test = testPhone(AGREED);
  test.phone.uninstall();
  expect(await needed(test)).toBe(true);
});
