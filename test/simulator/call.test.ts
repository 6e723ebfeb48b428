/** Results of every asynchronous API: callbacks, promises, errMsg. */
import { turn } from '../../simulator/turns';
import { record, testPhone } from './support/phone';

it('calls success, then complete, with the same result', async () => {
  const { phone, wx } = testPhone();
  const outcome = record();
  wx.login(outcome);
  expect(outcome.order).toEqual([]);
  await phone.settle();
  expect(outcome.order).toEqual(['success', 'complete']);
  expect(outcome.result).toEqual({ code: 'code-number-1', errMsg: 'login:ok' });
});

it('calls fail, then complete', async () => {
  const { phone, wx } = testPhone();
  const outcome = record();
  wx.getStorage({ key: 'none', ...outcome });
  await phone.settle();
  expect(outcome.order).toEqual(['fail', 'complete']);
  expect(outcome.result).toEqual({ errMsg: 'getStorage:fail data not found' });
});

it('answers after the call has returned, in a separate task', async () => {
  const { wx } = testPhone();
  const seen: string[] = [];
  wx.getSetting({ success: () => seen.push('answer') });
  await Promise.resolve().then(() => seen.push('microtask'));
  await turn();
  await turn();
  expect(seen).toEqual(['microtask', 'answer']);
});

it('returns a promise without callbacks, and none with callbacks', async () => {
  const { phone, wx } = testPhone();
  expect(await wx.login()).toEqual({ code: 'code-number-1', errMsg: 'login:ok' });
  await expect(wx.getStorage({ key: 'none' })).rejects.toEqual({ errMsg: 'getStorage:fail data not found' });
  expect(wx.login({ complete: () => {} })).toBeUndefined();
  await phone.settle();
});

it('has no promises before base library 2.10.2', async () => {
  const { phone, wx } = testPhone({ sdkVersion: '2.10.1' });
  expect(wx.login()).toBeUndefined();
  await phone.settle();
});

it('reports an exception in a callback and still calls complete', async () => {
  const { phone, wx, reports } = testPhone();
  const complete = jest.fn();
  wx.login({
    success() {
      throw new Error('broken callback');
    },
    complete,
  });
  await phone.settle();
  expect(complete).toHaveBeenCalledTimes(1);
  expect(reports.join()).toMatch(/success callback of wx\.login threw: Error: broken callback/);
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

it('names the wrong parameter', async () => {
  const { phone, wx } = testPhone();
  const outcome = record();
  wx.showToast({ title: undefined, ...outcome } as never);
  await phone.settle();
  expect(outcome.result.errMsg).toBe(
    'showToast:fail parameter error: parameter.title should be String instead of Undefined;',
  );
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
