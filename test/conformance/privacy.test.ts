/** Consent to the privacy contract: pending calls, the mini-program's listener, WeChat's own dialog. */
import { AGREED, ask, askInTap, DESC, phoneAt, press, type TestPhone, testPhone } from './support/phone';
import { needsConsent, pressAgree, requirePrivacy } from './support/privacy';

type Resolve = (answer: { event: string; buttonId?: string }) => void;

/** Registers a listener of the mini-program. Returns the list of its calls. */
function listen({ wx }: TestPhone) {
  const requests: { resolve: Resolve; referrer: string }[] = [];
  const listener = (resolve: Resolve, { referrer }: { referrer: string }) =>
    requests.push({ resolve, referrer });
  wx.onNeedPrivacyAuthorization(listener as never);
  return requests;
}

test('getPrivacySetting, openPrivacyContract, requirePrivacyAuthorize, onNeedPrivacyAuthorization exist from 2.32.3 on [typings 28786; wx.onNeedPrivacyAuthorization]', () => {
  for (const name of [
    'getPrivacySetting',
    'openPrivacyContract',
    'requirePrivacyAuthorize',
    'onNeedPrivacyAuthorization',
  ]) {
    expect([name in phoneAt('2.32.2').wx, name in phoneAt('2.32.3').wx]).toEqual([false, true]);
  }
});

test('below 2.32.3 no call waits for consent [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const test = testPhone({ sdkVersion: '2.32.2' });
  await press(test, 'chooseAvatar');
  expect(test.phone.screen.items.map(({ kind }) => kind)).toEqual(['avatar']);
});

test('getPrivacySetting returns whether consent is missing, and the contract’s name [typings 6212; wx.getPrivacySetting]', async () => {
  const test = testPhone({ privacy: { contractName: '《我的指引》' } });
  const { result } = await ask(test, (option) => test.wx.getPrivacySetting(option));
  expect(result).toMatchObject({ needAuthorization: true, privacyContractName: '《我的指引》' });
  expect(await needsConsent(testPhone(AGREED))).toBe(false);
});

test('a privacy API without consent calls the listener and stays pending [typings 28841; wx.onNeedPrivacyAuthorization]', async () => {
  const test = testPhone();
  const requests = listen(test);
  const outcome = await requirePrivacy(test);
  expect(requests).toHaveLength(1);
  expect(outcome.order).toEqual([]);
  expect(test.phone.pending).toBe(1);
});

test('referrer names the API or `component.openType` [typings 28814; wx.onNeedPrivacyAuthorization]', async () => {
  const test = testPhone();
  const requests = listen(test);
  await requirePrivacy(test);
  await askInTap(test, (option) => test.wx.getUserProfile({ desc: DESC, ...option }));
  await ask(test, (option) => test.wx.getUserInfo(option));
  await press(test, 'chooseAvatar');
  await press(test, 'getUserInfo');
  expect(requests.map(({ referrer }) => referrer)).toEqual([
    'requirePrivacyAuthorize',
    'getUserProfile',
    'getUserInfo',
    'button.chooseAvatar',
    'button.getUserInfo',
  ]);
});

test('the last registered listener counts [typings 28842; wx.onNeedPrivacyAuthorization]', async () => {
  const test = testPhone();
  const [first, second] = [listen(test), listen(test)];
  await requirePrivacy(test);
  expect([first.length, second.length]).toEqual([0, 1]);
});

test('agree with the id of a tapped button continues the pending call [typings 28802; wx.onNeedPrivacyAuthorization]', async () => {
  const test = testPhone();
  const requests = listen(test);
  const outcome = await requirePrivacy(test);
  const events = await pressAgree(test);
  expect(events.map(({ event }) => event)).toEqual(['agreeprivacyauthorization']);
  requests[0]?.resolve({ event: 'agree', buttonId: 'agree-btn' });
  await test.phone.settle();
  expect(outcome.order).toEqual(['success', 'complete']);
});

test('agree counts only with the id of a button that the user has tapped [typings 28802; wx.onNeedPrivacyAuthorization]', async () => {
  const test = testPhone();
  const requests = listen(test);
  const outcome = await requirePrivacy(test);
  requests[0]?.resolve({ event: 'agree', buttonId: 'agree-btn' });
  await pressAgree(test, 'other');
  requests[0]?.resolve({ event: 'agree', buttonId: 'agree-btn' });
  requests[0]?.resolve({ event: 'agree' });
  await test.phone.settle();
  expect(outcome.order).toEqual([]);
});

test('disagree fails the pending call with `privacy permission is not authorized` [typings 28804; wx.onNeedPrivacyAuthorization]', async () => {
  const test = testPhone();
  const requests = listen(test);
  const outcome = await requirePrivacy(test);
  requests[0]?.resolve({ event: 'disagree' });
  await test.phone.settle();
  expect(outcome.result.errMsg).toBe('requirePrivacyAuthorize:fail privacy permission is not authorized');
});

test('that failure has errno 104 [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const test = testPhone();
  const requests = listen(test);
  const outcome = await requirePrivacy(test);
  requests[0]?.resolve({ event: 'disagree' });
  await test.phone.settle();
  expect(outcome.result.errno).toBe(104);
});

test('exposureAuthorization reports that the dialog is shown, and ends no pending call [typings 28806; wx.onNeedPrivacyAuthorization]', async () => {
  const test = testPhone();
  const requests = listen(test);
  const outcome = await requirePrivacy(test);
  requests[0]?.resolve({ event: 'exposureAuthorization' });
  await test.phone.settle();
  expect(outcome.order).toEqual([]);
});

test('after a refusal in the mini-program’s dialog the next call asks again [typings 28838; wx.onNeedPrivacyAuthorization]', async () => {
  const test = testPhone();
  const requests = listen(test);
  await requirePrivacy(test);
  requests[0]?.resolve({ event: 'disagree' });
  await test.phone.settle();
  await requirePrivacy(test);
  expect(requests).toHaveLength(2);
});

test('several pending calls share one answer [choice]', async () => {
  const test = testPhone();
  const requests = listen(test);
  const outcomes = [await requirePrivacy(test), await requirePrivacy(test)];
  await pressAgree(test);
  requests[0]?.resolve({ event: 'agree', buttonId: 'agree-btn' });
  await test.phone.settle();
  expect(outcomes.map(({ order }) => order[0])).toEqual(['success', 'success']);
});

test('with consent no listener is called: requirePrivacyAuthorize succeeds at once [typings 30756; wx.requirePrivacyAuthorize]', async () => {
  const test = testPhone(AGREED);
  const requests = listen(test);
  expect((await requirePrivacy(test)).order[0]).toBe('success');
  expect(requests).toEqual([]);
});

test('chooseAvatar after refused consent: its event contains the failure [choice]', async () => {
  const test = testPhone();
  const requests = listen(test);
  const events = await press(test, 'chooseAvatar');
  requests[0]?.resolve({ event: 'disagree' });
  await test.phone.settle();
  expect(events).toEqual([
    {
      event: 'chooseavatar',
      detail: { errMsg: 'chooseAvatar:fail privacy permission is not authorized', errno: 104 },
    },
  ]);
});
