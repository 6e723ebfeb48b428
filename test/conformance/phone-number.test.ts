/** The buttons getPhoneNumber and getRealtimePhoneNumber. */
import { decryptUserData } from '../../mock-server/wechat/crypto';
import { createVirtualClock } from '../../simulator/phone/clock';
import { AGREED, press, type testPhone } from './support/phone';
import { setUp } from './support/wechat';

type Options = Parameters<typeof testPhone>[0];

const QUICK = 'getPhoneNumber';
const REALTIME = 'getRealtimePhoneNumber';

/** A phone of the account `lin`, and the events of one press. */
async function pressed(options: Options = {}, openType = QUICK, attributes = {}) {
  const world = setUp({ ...AGREED, ...options });
  const events = await press(world, openType, attributes);
  return { ...world, events, screen: world.phone.screen };
}

/** Presses the button and answers its sheet. Returns the only event. */
async function outcome(answer: 'allow' | 'deny' | 'dismiss', options: Options = {}, openType = QUICK) {
  const world = await pressed(options, openType);
  world.screen.get('phone-number')[answer]();
  await world.phone.settle();
  expect(world.events).toHaveLength(1);
  return { ...world, event: world.events[0]?.event, detail: world.events[0]?.detail ?? {} };
}

test('a tap shows a sheet with the numbers that the user has bound, their middle digits masked [page framework/open-ability/getPhoneNumber.html]', async () => {
  const { screen, events } = await pressed();
  expect(screen.get('phone-number')).toMatchObject({ realtime: false, numbers: ['138****0000'] });
  expect(events).toEqual([]);
});

test('after a choice bindgetphonenumber receives code and errMsg getPhoneNumber:ok [page framework/open-ability/getPhoneNumber.html]', async () => {
  const { event, detail } = await outcome('allow');
  expect([event, detail.errMsg]).toEqual(['getphonenumber', 'getPhoneNumber:ok']);
  expect(detail.code).toMatch(/^[0-9a-f]{64}$/);
});

test('getRealtimePhoneNumber fires bindgetrealtimephonenumber; it exists from 2.24.4 on [page component/button.html]', async () => {
  const { event, detail } = await outcome('allow', {}, REALTIME);
  expect(event).toBe('getrealtimephonenumber');
  expect(detail).toEqual({ code: expect.any(String), errMsg: 'getRealtimePhoneNumber:ok' });
  const old = await pressed({ sdkVersion: '2.24.3' }, REALTIME);
  expect([old.events, old.screen.items]).toEqual([[], []]);
  expect(old.reports.join()).toContain('does not have it yet');
});

test('the user may add another number and choose it [page framework/open-ability/getPhoneNumber.html]', async () => {
  const { screen, phone, events, wechat } = await pressed();
  screen.get('phone-number').add('13912345678');
  expect(screen.get('phone-number').numbers).toEqual(['138****0000', '139****5678']);
  screen.get('phone-number').allow(1);
  await phone.settle();
  expect(events[0]?.detail.errMsg).toBe('getPhoneNumber:ok');
  expect(await wechat.phoneNumbersOf('lin')).toHaveLength(2);
});

test('an account without a bound number gets an empty list, to which a number can be added [choice]', async () => {
  const { screen } = await pressed({ account: 'zhao-no-avatar' });
  expect(screen.get('phone-number').numbers).toEqual([]);
  expect(() => screen.get('phone-number').allow()).toThrow(/offers 0 phone numbers/);
  expect(() => screen.get('phone-number').add('12')).toThrow(/"12" is not a phone number: write 11 digits/);
});

test('a refusal also fires the event: getPhoneNumber:fail user deny [community https://developers.weixin.qq.com/community/develop/doc/000a44eba3461031e8294ece95e400]', async () => {
  const { detail } = await outcome('deny');
  expect(detail).toEqual({ errMsg: 'getPhoneNumber:fail user deny' });
});

test('closing the phone-number sheet counts as a refusal [choice]', async () => {
  expect((await outcome('dismiss')).detail.errMsg).toBe('getPhoneNumber:fail user deny');
});

test('after a refusal the next tap asks again: no scope stores the refusal [choice]', async () => {
  const world = await outcome('deny');
  await press(world, QUICK);
  expect(world.screen.find('phone-number')).toBeDefined();
  expect(world.phone.authSetting).toEqual({});
});

test('code exists from 2.21.2 on; encryptedData and iv stay in addition [community https://developers.weixin.qq.com/community/develop/doc/000e42fd2142902ccdff539e351800]', async () => {
  const keys = async (sdkVersion: string) => {
    const world = setUp({ ...AGREED, sdkVersion });
    await world.login();
    const events = await press(world, QUICK);
    world.phone.screen.get('phone-number').allow();
    await world.phone.settle();
    return Object.keys(events[0]?.detail ?? {}).sort();
  };
  expect(await keys('2.21.1')).toEqual(['encryptedData', 'errMsg', 'iv']);
  expect(await keys('2.21.2')).toEqual(['code', 'encryptedData', 'errMsg', 'iv']);
});

test('encryptedData contains phoneNumber, purePhoneNumber, countryCode and watermark, encrypted with the session key of wx.login [page framework/open-ability/deprecatedGetPhoneNumber.html]', async () => {
  const world = setUp(AGREED);
  const key = await world.sessionKey();
  const events = await press(world, QUICK);
  world.phone.screen.get('phone-number').allow();
  await world.phone.settle();
  const { encryptedData = '', iv = '' } = (events[0]?.detail ?? {}) as Record<string, string>;
  expect(JSON.parse(decryptUserData(encryptedData, key, iv))).toEqual({
    phoneNumber: '13800000000',
    purePhoneNumber: '13800000000',
    countryCode: '86',
    watermark: { appid: 'wx1', timestamp: Math.floor(world.clock.now() / 1000) },
  });
});

test('code needs no earlier wx.login; without a session key there is no encryptedData [community https://www.cnblogs.com/softidea/p/17101459.html]', async () => {
  expect(Object.keys((await outcome('allow')).detail).sort()).toEqual(['code', 'errMsg']);
});

test('below 2.21.2 and without a session key the event reports a failure, because no number can be given [choice]', async () => {
  const { detail } = await outcome('allow', { sdkVersion: '2.21.1' });
  expect(detail.errMsg).toMatch(/^getPhoneNumber:fail no valid session key/);
});

test('when the quota is used up, the event has errno 1400001, no sheet opens, and WeChat shows the user a notice [page framework/open-ability/getPhoneNumber.html]', async () => {
  const { events, screen } = await pressed({ phoneNumber: { quota: 0 } });
  expect(events[0]?.detail).toEqual({ errMsg: 'getPhoneNumber:fail no quota', errno: 1400001 });
  expect(screen.find('phone-number')).toBeUndefined();
  expect(screen.get('phone-quota').text).toBe('该功能使用次数已达当前小程序上限，暂时无法使用');
  screen.get('phone-quota').close();
  expect(screen.items).toEqual([]);
});

test('phone-number-no-quota-toast="{{false}}" hides that notice [page framework/open-ability/getPhoneNumber.html]', async () => {
  const { events, screen } = await pressed({ phoneNumber: { quota: 0 } }, QUICK, {
    'phone-number-no-quota-toast': false,
  });
  expect([events[0]?.detail.errno, screen.items]).toEqual([1400001, []]);
});

test('the text "false" does not hide that notice, because a non-empty text is true [community https://developers.weixin.qq.com/community/develop/doc/00028e72f204c8a34b405f76b68c00]', async () => {
  const { screen } = await pressed({ phoneNumber: { quota: 0 } }, QUICK, {
    'phone-number-no-quota-toast': 'false',
  });
  expect(screen.find('phone-quota')).toBeDefined();
});

test('only a number that the user gave counts against the quota; each button has its own quota [page framework/open-ability/getRealtimePhoneNumber.html]', async () => {
  const world = await outcome('deny', { phoneNumber: { quota: 1 } });
  const again = async (openType: string) => {
    const events = await press(world, openType);
    world.screen.find('phone-number')?.allow();
    await world.phone.settle();
    return events[0]?.detail.errno ?? 'given';
  };
  expect([await again(QUICK), await again(QUICK), await again(REALTIME)]).toEqual([
    'given',
    1400001,
    'given',
  ]);
});

test('before 2023-08-28 there is no quota: the eras before fill [page framework/open-ability/getPhoneNumber.html]', async () => {
  const { screen } = await pressed({ era: 'profile', phoneNumber: { quota: 0 } });
  expect(screen.find('phone-number')).toBeDefined();
});

test('a mini-program of an individual gets getPhoneNumber:fail no permission [community https://developers.weixin.qq.com/community/develop/doc/000602abcd8630f3cd415526866c00]', async () => {
  const { events, screen } = await pressed({ phoneNumber: { owner: 'individual' } });
  expect(events[0]?.detail).toEqual({ errMsg: 'getPhoneNumber:fail no permission' });
  expect(screen.items).toEqual([]);
});

test('the AppID of a test account (touristappid) does not get a number either [choice]', async () => {
  const { wechat } = setUp();
  const { events } = await pressed({ wechat: { ...wechat, appid: 'touristappid' } });
  expect(events[0]?.detail.errMsg).toBe('getPhoneNumber:fail no permission');
});

test('the privacy contract comes first; after its refusal the event reports this and no sheet opens [page framework/user-privacy/miniprogram-intro.html]', async () => {
  const { screen, events, phone } = await pressed({ privacy: { needAuthorization: true } });
  expect(screen.find('phone-number')).toBeUndefined();
  screen.get('privacy').disagree();
  await phone.settle();
  expect(events[0]?.detail).toMatchObject({ errno: 104 });
  expect(screen.items).toEqual([]);
});

test('getPhoneNumber|agreePrivacyAuthorization gives consent and opens the sheet with one tap [page framework/user-privacy/PrivacyAuthorize.html]', async () => {
  const { screen } = await pressed(
    { privacy: { needAuthorization: true } },
    'getPhoneNumber|agreePrivacyAuthorization',
    { id: 'agree' },
  );
  expect(screen.get('phone-number').numbers).toHaveLength(1);
});

test('without a network no phone-number sheet opens, and the event reports a failure [choice]', async () => {
  const { events, screen } = await pressed({ online: false });
  expect(events[0]?.detail.errMsg).toMatch(/^getPhoneNumber:fail /);
  expect(screen.items).toEqual([]);
});

test('a killed process receives no answer from its phone-number sheet [choice]', async () => {
  const world = await pressed({ clock: createVirtualClock() });
  const sheet = world.screen.get('phone-number');
  world.phone.kill();
  sheet.allow();
  await world.phone.settle();
  expect([world.events, world.screen.items]).toEqual([[], []]);
});
