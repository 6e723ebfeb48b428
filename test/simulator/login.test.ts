/** Results and failures of wx.login and wx.checkSession. */

import { record, testPhone } from './support/phone';
import { fakeWechat } from './support/wechat';

it('login returns a separate code for each call', async () => {
  const { phone, wx } = testPhone();
  const outcomes = [record(), record()];
  for (const outcome of outcomes) wx.login(outcome);
  await phone.settle();
  expect(outcomes.map(({ result }) => result.code)).toEqual(['code-number-1', 'code-number-2']);
});

it('login needs no tap', async () => {
  const { phone, wx } = testPhone();
  const outcome = record();
  wx.login(outcome);
  await phone.settle();
  expect(outcome.order).toContain('success');
});

it('login fails after its timeout, by the phone’s clock', async () => {
  const { phone, wx, clock } = testPhone({
    wechat: fakeWechat({
      issueCode: async () => {
        await clock.sleep(60_000);
        return 'too-late';
      },
    }),
  });
  const outcome = record();
  const started = clock.now();
  wx.login({ timeout: 3000, ...outcome });
  await phone.settle();
  expect(outcome.result).toEqual({ errMsg: 'login:fail timeout', errno: 5 });
  expect(clock.now() - started).toBe(3000);
});

it('login fails offline', async () => {
  const { phone, wx } = testPhone({ online: false });
  const outcome = record();
  wx.login(outcome);
  await phone.settle();
  expect(outcome.result.errMsg).toMatch(/^login:fail /);
});

it('login reports WeChat’s reason', async () => {
  const refuse = async () => {
    throw new Error('wxa login is blocked');
  };
  const { phone, wx } = testPhone({ wechat: fakeWechat({ issueCode: refuse }) });
  const outcome = record();
  wx.login(outcome);
  await phone.settle();
  expect(outcome.result.errMsg).toBe('login:fail wxa login is blocked');
});

it('checkSession succeeds while the session key is valid and fails otherwise', async () => {
  const { phone, wx, wechat } = testPhone();
  const good = record();
  wx.checkSession(good);
  await phone.settle();
  expect(good.result).toEqual({ errMsg: 'checkSession:ok' });
  wechat.fresh = false;
  const bad = record();
  wx.checkSession(bad);
  await phone.settle();
  expect(bad.order).toEqual(['fail', 'complete']);
});
