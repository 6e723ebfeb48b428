/** Consent to the privacy contract: listeners, WeChat's own dialog, and the APIs that wait for it. */
import { record, testPhone } from './support/phone';

type Resolve = (answer: { event: string; buttonId?: string }) => void;

/** A phone whose mini-program has a listener, and the calls of that listener. */
function listening() {
  const test = testPhone();
  const requests: { resolve: Resolve; referrer: string }[] = [];
  const listener = (resolve: Resolve, { referrer }: { referrer: string }) =>
    requests.push({ resolve, referrer });
  test.wx.onNeedPrivacyAuthorization(listener as never);
  const pressAgree = async (id: string) => {
    const emit = jest.fn();
    test.phone.press({ openType: 'agreePrivacyAuthorization', attributes: { id }, emit });
    await test.phone.settle();
    return emit;
  };
  return { ...test, requests, pressAgree };
}

/** The result of wx.getPrivacySetting. */
async function setting({ phone, wx }: ReturnType<typeof testPhone>) {
  const outcome = record();
  wx.getPrivacySetting(outcome);
  await phone.settle();
  return outcome.result;
}

it('holds a call until the user has agreed with a real button', async () => {
  const test = listening();
  const { phone, wx, requests, pressAgree, reports } = test;
  const outcome = record();
  wx.requirePrivacyAuthorize(outcome);
  await phone.settle();
  expect(requests.map(({ referrer }) => referrer)).toEqual(['requirePrivacyAuthorize']);
  expect(outcome.order).toEqual([]);
  requests[0]?.resolve({ event: 'exposureAuthorization' });
  requests[0]?.resolve({ event: 'agree', buttonId: 'agree' });
  await phone.settle();
  expect(outcome.order).toEqual([]);
  expect(reports.join()).toMatch(/no tapped button has this id/);
  const emit = await pressAgree('agree');
  expect(emit).toHaveBeenCalledWith('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  requests[0]?.resolve({ event: 'agree', buttonId: 'agree' });
  await phone.settle();
  expect(outcome.order).toEqual(['success', 'complete']);
  expect((await setting(test)).needAuthorization).toBe(false);
});

describe('without a listener', () => {
  const ask = async ({ wx, phone }: ReturnType<typeof testPhone>) => {
    const outcome = record();
    wx.requirePrivacyAuthorize(outcome);
    await phone.settle();
    return outcome;
  };

  it('WeChat’s own dialog asks; further calls wait for the same answer', async () => {
    const test = testPhone({ privacy: { contractName: '《我的指引》' } });
    const outcomes = [await ask(test), await ask(test)];
    expect(test.phone.screen.items).toHaveLength(1);
    const dialogue = test.phone.screen.get('privacy');
    expect(dialogue.contractName).toBe('《我的指引》');
    dialogue.openContract();
    test.phone.screen.get('contract').back();
    dialogue.agree();
    await test.phone.settle();
    expect(outcomes.map(({ order }) => order)).toEqual([
      ['success', 'complete'],
      ['success', 'complete'],
    ]);
    expect(test.phone.screen.items).toEqual([]);
    expect((await setting(test)).needAuthorization).toBe(false);
  });

  it('the end of a process closes the dialog, and the next process can ask again', async () => {
    const test = testPhone();
    await ask(test);
    test.phone.kill();
    expect(test.phone.screen.items).toEqual([]);
    await ask(test);
    expect(test.phone.screen.find('privacy')).toBeDefined();
  });
});

it("deleting the mini-program removes consent, independent of the phone's start", async () => {
  const test = testPhone({ privacy: { needAuthorization: false } });
  test.phone.uninstall();
  expect((await setting(test)).needAuthorization).toBe(true);
  const old = testPhone({ era: 'profile', sdkVersion: '3.0.0' });
  old.phone.uninstall();
  expect((await setting(old)).needAuthorization).toBe(false);
});

it('comes before chooseAvatar; after consent the sheet shows', async () => {
  const { phone, requests, pressAgree } = listening();
  phone.press({ openType: 'chooseAvatar', attributes: {}, emit() {} });
  await phone.settle();
  expect(requests[0]?.referrer).toBe('button.chooseAvatar');
  expect(phone.screen.items).toEqual([]);
  await pressAgree('yes');
  requests[0]?.resolve({ event: 'agree', buttonId: 'yes' });
  await phone.settle();
  expect(phone.screen.find('avatar')).toBeDefined();
});

it('openPrivacyContract shows the contract until the user goes back', async () => {
  const { phone, wx } = testPhone();
  wx.openPrivacyContract({ complete() {} });
  await phone.settle();
  expect(phone.screen.get('contract').contractName).toMatch(/^《/);
  phone.screen.get('contract').back();
  expect(phone.screen.items).toEqual([]);
});
