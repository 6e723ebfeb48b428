/** Refused getUserInfo and getUserProfile; more about them: test/conformance/user-info.test.ts. */
import { record, testPhone } from './support/phone';

const DESC = '用于完善会员资料';

async function call(test: ReturnType<typeof testPhone>, run: (option: ReturnType<typeof record>) => void) {
  const outcome = record();
  run(outcome);
  await test.phone.settle();
  return outcome;
}

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
