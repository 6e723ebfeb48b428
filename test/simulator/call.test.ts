/** Results of every asynchronous API: callbacks, promises, errMsg. */
import { turn } from '../../simulator/phone/turns';
import { record, testPhone } from './support/phone';
import { fakeWechat } from './support/wechat';

it('answers after the call has returned, in a separate task', async () => {
  const { wx } = testPhone();
  const seen: string[] = [];
  wx.getSetting({ success: () => seen.push('answer') });
  await Promise.resolve().then(() => seen.push('microtask'));
  await turn();
  await turn();
  expect(seen).toEqual(['microtask', 'answer']);
});

it('passes an exception in a callback to the listener instead of reporting it', async () => {
  const { phone, wx, reports } = testPhone();
  const errors: [unknown, string][] = [];
  const stop = phone.onError((error, where) => errors.push([error, where]));
  const broken = new Error('broken callback');
  const fail = () => {
    throw broken;
  };
  wx.login({ success: fail });
  await phone.settle();
  stop();
  expect(errors).toEqual([[broken, 'The success callback of wx.login']]);
  expect(reports).toEqual([]);
});

it('a failure has WeChat’s reason', async () => {
  const refuse = async () => {
    throw new Error('wxa login is blocked');
  };
  const { phone, wx } = testPhone({ wechat: fakeWechat({ issueCode: refuse }) });
  const outcome = record();
  wx.login(outcome);
  await phone.settle();
  expect(outcome.result.errMsg).toBe('login:fail wxa login is blocked');
});

it('counts unanswered calls as pending', async () => {
  const { phone, wx } = testPhone();
  wx.showModal({ title: '提示' }).catch(() => {});
  wx.login().catch(() => {});
  expect(phone.pending).toBe(2);
  await phone.settle();
  expect(phone.pending).toBe(1);
  phone.screen.get('modal').cancel();
  await phone.settle();
  expect(phone.pending).toBe(0);
});
