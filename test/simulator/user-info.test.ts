/** getUserInfo, getUserProfile and the getUserInfo button in each era. */
import { record, testPhone } from './support/phone';

const AGREED = { privacy: { needAuthorization: false } };
const DESC = '用于完善会员资料';

async function call(test: ReturnType<typeof testPhone>, run: (option: ReturnType<typeof record>) => void) {
  const outcome = record();
  run(outcome);
  await test.phone.settle();
  return outcome;
}

const nameIn = ({ result }: { result: Record<string, unknown> }) =>
  (result.userInfo as { nickName?: string } | undefined)?.nickName;

describe('wx.getUserInfo', () => {
  it('legacy: asks, and returns real data after consent', async () => {
    const test = testPhone({ era: 'legacy' });
    const outcome = await call(test, (option) => test.wx.getUserInfo(option));
    expect(outcome.order).toEqual([]);
    test.phone.screen.get('authorize').allow();
    await test.phone.settle();
    expect(nameIn(outcome)).toBe('林小满');
    expect(outcome.result).toMatchObject({ errMsg: 'getUserInfo:ok', iv: 'iv-value-1' });
    expect(test.phone.authSetting).toEqual({ 'scope.userInfo': true });
  });

  it('legacy: refused, it fails at once the next time', async () => {
    const test = testPhone({ era: 'legacy' });
    const first = await call(test, (option) => test.wx.getUserInfo(option));
    test.phone.screen.get('authorize').deny();
    await test.phone.settle();
    const second = await call(test, (option) => test.wx.getUserInfo(option));
    for (const { result } of [first, second]) {
      expect(result).toEqual({ errMsg: 'getUserInfo:fail auth deny' });
    }
  });

  it.each([
    [undefined, 'getUserInfo:fail scope unauthorized'],
    [false, 'getUserInfo:fail auth deny'],
    [true, 'getUserInfo:ok'],
  ])('button: never asks; scope.userInfo %s → %s', async (granted, errMsg) => {
    const authSetting = granted === undefined ? {} : { 'scope.userInfo': granted };
    const test = testPhone({ era: 'button', authSetting });
    const outcome = await call(test, (option) => test.wx.getUserInfo(option));
    expect(outcome.result.errMsg).toBe(errMsg);
    expect(test.phone.screen.items).toEqual([]);
  });

  it.each(['profile', 'fill'] as const)('%s: never asks and returns anonymous data', async (era) => {
    const test = testPhone({ era, ...AGREED });
    const outcome = await call(test, (option) => test.wx.getUserInfo(option));
    expect(nameIn(outcome)).toBe('微信用户');
    expect(test.wechat.asked.at(-1)).toEqual({ anonymous: true, withCredentials: true, withIdentity: true });
  });

  it('withCredentials: true fails without a valid session key; without the option it returns plain data', async () => {
    const test = testPhone({ era: 'legacy', authSetting: { 'scope.userInfo': true } });
    test.wechat.fresh = false;
    const strict = await call(test, (option) => test.wx.getUserInfo({ withCredentials: true, ...option }));
    expect(strict.result.errMsg).toBe('getUserInfo:fail session key has expired');
    const lenient = await call(test, (option) => test.wx.getUserInfo(option));
    expect(nameIn(lenient)).toBe('林小满');
    expect(lenient.result).not.toHaveProperty('encryptedData');
    const plain = await call(test, (option) => test.wx.getUserInfo({ withCredentials: false, ...option }));
    expect(plain.result).not.toHaveProperty('signature');
  });
});

describe('wx.getUserProfile', () => {
  const inTap = (test: ReturnType<typeof testPhone>, desc: unknown = DESC) =>
    call(test, (option) => test.phone.tap(() => test.wx.getUserProfile({ desc, ...option } as never)));

  it('does not exist before base library 2.10.4', () => {
    expect(testPhone({ sdkVersion: '2.10.3' }).wx.getUserProfile).toBeUndefined();
    expect(testPhone({ sdkVersion: '2.10.4' }).wx.getUserProfile).toBeInstanceOf(Function);
  });

  it('needs a tap', async () => {
    const test = testPhone({ era: 'profile' });
    const outcome = await call(test, (option) => test.wx.getUserProfile({ desc: DESC, ...option }));
    expect(outcome.result.errMsg).toBe('getUserProfile:fail can only be invoked by user TAP gesture.');
  });

  it.each([[''], [undefined], ['长'.repeat(31)]])(
    'needs a desc of 1 to 30 characters: not %p',
    async (desc) => {
      const outcome = await inTap(testPhone({ era: 'profile' }), desc ?? null);
      expect(outcome.result.errMsg).toBe('getUserProfile:fail desc length does not meet the requirements');
    },
  );

  it('asks every time, shows the desc, and creates no scope', async () => {
    const test = testPhone({ era: 'profile' });
    for (let round = 0; round < 2; round += 1) {
      const outcome = await inTap(test, '长'.repeat(30));
      const sheet = test.phone.screen.get('authorize');
      expect(sheet).toMatchObject({ scope: 'scope.userInfo', desc: '长'.repeat(30) });
      sheet.allow();
      await test.phone.settle();
      expect(nameIn(outcome)).toBe('林小满');
    }
    expect(test.phone.authSetting).toEqual({});
    expect(test.wechat.asked.at(-1)).toMatchObject({ anonymous: false, withIdentity: false });
  });

  it('refused: auth deny; dismissed: another error', async () => {
    const test = testPhone({ era: 'profile' });
    const refused = await inTap(test);
    test.phone.screen.get('authorize').deny();
    await test.phone.settle();
    expect(refused.result).toEqual({ errMsg: 'getUserProfile:fail auth deny' });
    const dismissed = await inTap(test);
    test.phone.screen.get('authorize').dismiss();
    await test.phone.settle();
    expect(dismissed.result.errMsg).toBe('getUserProfile:fail auth canceled');
  });

  it('fill: returns 微信用户 without asking from base library 2.27.1 on', async () => {
    const test = testPhone({ era: 'fill', ...AGREED });
    expect(nameIn(await inTap(test))).toBe('微信用户');
    expect(test.phone.screen.items).toEqual([]);
  });

  it('fill: base libraries below 2.27.1 still return the real user', async () => {
    const test = testPhone({ era: 'fill', sdkVersion: '2.27.0' });
    const outcome = await inTap(test);
    test.phone.screen.get('authorize').allow();
    await test.phone.settle();
    expect(nameIn(outcome)).toBe('林小满');
  });
});

describe('<button open-type="getUserInfo">', () => {
  const press = async (test: ReturnType<typeof testPhone>) => {
    const events: [string, Record<string, unknown>][] = [];
    const emit = (event: string, detail: Record<string, unknown>) => events.push([event, detail]);
    test.phone.press({ openType: 'getUserInfo', attributes: {}, emit });
    await test.phone.settle();
    return events;
  };

  it('button: asks, then returns the same as getUserInfo', async () => {
    const test = testPhone({ era: 'button' });
    const events = await press(test);
    expect(events).toEqual([]);
    test.phone.screen.get('authorize').allow();
    await test.phone.settle();
    expect(events).toEqual([
      [
        'getuserinfo',
        expect.objectContaining({ errMsg: 'getUserInfo:ok', encryptedData: 'encrypted-value' }),
      ],
    ]);
    expect(test.phone.authSetting).toEqual({ 'scope.userInfo': true });
    expect((await press(test))[0]?.[1].errMsg).toBe('getUserInfo:ok');
  });

  it('button: a refusal is an event without userInfo, is remembered, and a new tap asks again', async () => {
    const test = testPhone({ era: 'button' });
    const events = await press(test);
    test.phone.screen.get('authorize').deny();
    await test.phone.settle();
    expect(events).toEqual([['getuserinfo', { errMsg: 'getUserInfo:fail auth deny' }]]);
    expect(test.phone.authSetting).toEqual({ 'scope.userInfo': false });
    await press(test);
    expect(test.phone.screen.find('authorize')).toBeDefined();
  });

  it('profile: asks nothing and returns anonymous data', async () => {
    const test = testPhone({ era: 'profile' });
    const [event] = await press(test);
    expect(event?.[1]).toMatchObject({ errMsg: 'getUserInfo:ok', userInfo: { nickName: '微信用户' } });
  });
});
