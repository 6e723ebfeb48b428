/** Consent to the privacy contract without a listener: WeChat’s own dialog, and the lifetime of consent. */
import { AGREED, ask, press, testPhone } from './support/phone';
import { needsConsent, pressAgree, requirePrivacy } from './support/privacy';

test('a tap on <button open-type="agreePrivacyAuthorization"> gives consent, even if no call was pending [page component/button.html]', async () => {
  const test = testPhone();
  await pressAgree(test);
  expect(await needsConsent(test)).toBe(false);
  expect((await requirePrivacy(test)).order[0]).toBe('success');
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
  const outcome = await requirePrivacy(test);
  test.phone.screen.get('privacy').agree();
  await test.phone.settle();
  expect(outcome.order).toEqual(['success', 'complete']);
  expect(await needsConsent(test)).toBe(false);
});

test('a refusal in WeChat’s own dialog fails the call with errno 104 [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const test = testPhone();
  const outcome = await requirePrivacy(test);
  test.phone.screen.get('privacy').disagree();
  await test.phone.settle();
  expect(outcome.result).toEqual({
    errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized',
    errno: 104,
  });
});

test('for ten seconds after that refusal calls fail at once, without the dialog [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const test = testPhone();
  await requirePrivacy(test);
  test.phone.screen.get('privacy').disagree();
  await test.clock.advance(9999);
  expect((await requirePrivacy(test)).result.errno).toBe(104);
  expect(test.phone.screen.items).toEqual([]);
  await test.clock.advance(1);
  await requirePrivacy(test);
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
  expect(await needsConsent(test)).toBe(false);
});

test('deleting the mini-program removes consent [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const test = testPhone(AGREED);
  test.phone.uninstall();
  expect(await needsConsent(test)).toBe(true);
});
