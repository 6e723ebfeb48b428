/** Limits on the call frequency of APIs. */
import { AGREED, ask, DESC, type TestPhone, testPhone } from './support/phone';

const CALLS: Record<string, (test: TestPhone) => unknown> = {
  login: ({ wx }) => wx.login({ complete() {} }),
  checkSession: ({ wx }) => wx.checkSession({ complete() {} }),
  getSetting: ({ wx }) => wx.getSetting({ complete() {} }),
  getUserInfo: ({ wx }) => wx.getUserInfo({ complete() {} }),
  getUserProfile: ({ wx, phone }) => phone.tap(() => wx.getUserProfile({ desc: DESC, complete() {} })),
};

const callTimes = async (test: TestPhone, name: string, times: number) => {
  for (let round = 0; round < times; round += 1) {
    CALLS[name]?.(test);
    await test.phone.settle();
  }
};

test('the fifth call within a second is reported for login, checkSession, getSetting, getUserInfo and getUserProfile [page framework/performance/api-frequency.html]', async () => {
  for (const name of Object.keys(CALLS)) {
    const test = testPhone(AGREED);
    await callTimes(test, name, 4);
    expect(test.reports).toEqual([]);
    await callTimes(test, name, 1);
    expect(test.reports.join()).toMatch(
      new RegExp(`^wx.${name} was called more than 4 times within a second`),
    );
  }
});

test('four calls a second are allowed, and each API is counted separately [page framework/performance/api-frequency.html]', async () => {
  const test = testPhone({ ...AGREED, frequencyLimit: 'fail' });
  for (let second = 0; second < 3; second += 1) {
    for (const name of ['login', 'getSetting']) await callTimes(test, name, 4);
    await test.clock.advance(1000);
  }
  expect(test.phone.events.filter((event) => event.kind === 'result' && !event.ok)).toEqual([]);
});

test('other APIs have no limit [page framework/performance/api-frequency.html]', async () => {
  const test = testPhone({ frequencyLimit: 'fail' });
  for (let round = 0; round < 9; round += 1) {
    expect((await ask(test, (option) => test.wx.getNetworkType(option))).order[0]).toBe('success');
  }
});

test('with frequencyLimit: fail, a call over the limit fails with errno 1003 [choice]', async () => {
  const test = testPhone({ frequencyLimit: 'fail' });
  await callTimes(test, 'login', 4);
  const { result } = await ask(test, (option) => test.wx.login(option));
  expect(result).toEqual({ errMsg: 'login:fail meet server frequency limit', errno: 1003 });
});
