/** Refused getUserInfo, getUserProfile and getUserInfo button; more about them: test/conformance/user-info.test.ts. */
import { record, testPhone } from './support/phone';

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
  const inTap = (test: ReturnType<typeof testPhone>) =>
    call(test, (option) => test.phone.tap(() => test.wx.getUserProfile({ desc: DESC, ...option })));

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
});

describe('<button open-type="getUserInfo">', () => {
  const press = async (test: ReturnType<typeof testPhone>) => {
    const events: [string, Record<string, unknown>][] = [];
    const emit = (event: string, detail: Record<string, unknown>) => events.push([event, detail]);
    test.phone.press({ openType: 'getUserInfo', attributes: {}, emit });
    await test.phone.settle();
    return events;
  };

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
});
