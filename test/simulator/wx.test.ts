/** The wx object as a whole: existing APIs, canIUse, fallbacks, system information, navigation. */
import { readFileSync } from 'node:fs';
import { generatedFiles } from '../../simulator/generate/api';
import type { AppHost } from '../../simulator/types';
import { record, testPhone } from './support/phone';

describe('existing APIs', () => {
  it.each(Object.entries(generatedFiles()))(
    '%s comes from the official typings and is up to date',
    (name, text) => {
      expect(readFileSync(`simulator/generated/${name}`, 'utf8')).toBe(text);
    },
  );

  it('typings without a wx are an error', () => {
    expect(() => generatedFiles('declare const x: 1')).toThrow('declares no `interface Wx`');
  });

  it.each([
    ['getAppBaseInfo', '2.20.0', '2.20.1'],
    ['getUserProfile', '2.9.0', '2.10.4'],
    ['onNeedPrivacyAuthorization', '2.32.2', '2.32.3'],
    ['getUpdateManager', '1.9.89', '1.9.90'],
  ] as const)('%s: not in %s, in %s', (name, before, since) => {
    for (const [sdkVersion, there] of [
      [before, false],
      [since, true],
    ] as const) {
      const { wx } = testPhone({ sdkVersion });
      expect({ exists: name in wx, canIUse: wx.canIUse(name) }).toEqual({ exists: there, canIUse: there });
    }
  });

  it('a typical phone of each era', () => {
    const has = (era: 'legacy' | 'button' | 'profile' | 'fill') => {
      const { wx } = testPhone({ era });
      return {
        getUserProfile: 'getUserProfile' in wx,
        userInfoButton: wx.canIUse('button.open-type.getUserInfo'),
        chooseAvatar: wx.canIUse('button.open-type.chooseAvatar'),
      };
    };
    expect(has('legacy')).toEqual({ getUserProfile: false, userInfoButton: true, chooseAvatar: false });
    expect(has('button')).toEqual({ getUserProfile: false, userInfoButton: true, chooseAvatar: false });
    expect(has('profile')).toEqual({ getUserProfile: true, userInfoButton: true, chooseAvatar: false });
    expect(has('fill')).toEqual({ getUserProfile: true, userInfoButton: true, chooseAvatar: true });
  });
});

describe('APIs that are not modelled', () => {
  it('use the fallback, and are reported once', () => {
    const vibrateShort = jest.fn(() => 'called');
    const { wx, reports } = testPhone({ fallback: { vibrateShort, extra: 7 } });
    expect(wx.vibrateShort({ type: 'light' })).toBe('called');
    wx.vibrateShort({ type: 'light' });
    expect(vibrateShort).toHaveBeenCalledWith(expect.objectContaining({ type: 'light' }));
    expect(reports).toEqual([
      'wx.vibrateShort is not modelled by the simulated phone: its fallback was called.',
    ]);
    expect((wx as unknown as { extra: number }).extra).toBe(7);
  });

  it('answer like the phone: after the call has returned, by callback or promise', async () => {
    const fallback = {
      scanCode: ({ success }: { success(result: object): void }) => success({ result: '42' }),
      chooseLocation: async () => ({ name: '西湖' }),
      getLocation: ({ fail }: { fail(result: object): void }) => fail({ errMsg: 'getLocation:fail no sky' }),
      chooseInvoice: ({ complete }: { complete(result: object): void }) =>
        complete({ errMsg: 'chooseInvoice:fail cancel' }),
    };
    const { wx, phone } = testPhone({ fallback });
    const outcome = record();
    wx.scanCode(outcome);
    expect(outcome.order).toEqual([]);
    await phone.settle();
    expect(outcome.order).toEqual(['success', 'complete']);
    expect(outcome.result).toEqual({ result: '42', errMsg: 'scanCode:ok' });
    expect(await wx.scanCode({})).toEqual(outcome.result);
    const found = record();
    wx.chooseLocation(found);
    await phone.settle();
    expect(found.result).toEqual({ name: '西湖', errMsg: 'chooseLocation:ok' });
    await expect(wx.getLocation({})).rejects.toEqual({ errMsg: 'getLocation:fail no sky' });
    const invoice = record();
    wx.chooseInvoice(invoice);
    await phone.settle();
    expect(invoice.order).toEqual(['fail', 'complete']);
    expect(phone.events.filter(({ kind }) => kind === 'call')).toHaveLength(5);
  });

  it('are not answered in the next process', async () => {
    let answer = (_result: object) => {};
    const scanCode = ({ success }: { success(result: object): void }) => {
      answer = success;
    };
    const { wx, phone } = testPhone({ fallback: { scanCode } });
    const outcome = record();
    wx.scanCode(outcome);
    await phone.settle();
    phone.kill();
    answer({ result: '42' });
    await phone.settle();
    expect(outcome.order).toEqual([]);
  });

  it('return a task if declared so, and call back through short timers before the phone settles', async () => {
    const task = { close() {} };
    const connectSocket = ({ success }: { success(result: object): void }) => {
      setTimeout(() => success({}), 0);
      return task;
    };
    const { wx, phone } = testPhone({ fallback: { connectSocket } });
    const outcome = record();
    expect(wx.connectSocket({ url: 'wss://a.test', ...outcome })).toBe(task);
    await phone.settle();
    expect(outcome.order).toEqual(['success', 'complete']);
  });

  it('throw their own exceptions to the caller; off removes the listener of on', () => {
    const listeners = new Set<() => void>();
    const { wx } = testPhone({
      fallback: {
        scanCode() {
          throw new Error('the substitute is broken');
        },
        onMemoryWarning: (listener: () => void) => listeners.add(listener),
        offMemoryWarning: (listener: () => void) => listeners.delete(listener),
      },
    });
    expect(() => wx.scanCode({})).toThrow('the substitute is broken');
    const listener = () => {};
    wx.onMemoryWarning(listener);
    expect(listeners.size).toBe(1);
    wx.offMemoryWarning(listener);
    expect(listeners.size).toBe(0);
  });

  it("use the stage's fallback when the phone has none", () => {
    const { wx, phone } = testPhone();
    phone.attach({ pages: () => [], navigate: async () => {}, fallback: { vibrateShort: () => 'stage' } });
    expect(wx.vibrateShort({ type: 'light' })).toBe('stage');
  });

  it('without a fallback: an error that names the solution', () => {
    expect(() => testPhone().wx.vibrateShort({ type: 'light' })).toThrow(
      /wx\.vibrateShort is not modelled.*createPhone\(\{ fallback/,
    );
  });

  it('can be replaced by assignment, like modelled ones', () => {
    const { wx } = testPhone();
    const own = jest.fn();
    Object.assign(wx, { vibrateShort: own, login: own });
    wx.vibrateShort({ type: 'light' });
    wx.login();
    expect(own).toHaveBeenCalledTimes(2);
  });
});

it('describes phone, window and mini-program', () => {
  const { wx } = testPhone({ envVersion: 'trial', device: { screenWidth: 320, model: 'iPhone SE' } });
  expect(wx.getAccountInfoSync().miniProgram).toEqual({ appId: 'wxtest', envVersion: 'trial', version: '' });
  expect(wx.getAppBaseInfo()).toMatchObject({ SDKVersion: '3.16.2', language: 'zh_CN', theme: 'light' });
  expect(wx.getDeviceInfo()).toMatchObject({ model: 'iPhone SE', platform: 'ios' });
  const window = wx.getWindowInfo();
  expect(window).toMatchObject({ windowWidth: 320, statusBarHeight: 47 });
  expect(window.safeArea.bottom).toBe(844 - 34);
  expect(wx.getSystemInfoSync()).toMatchObject({ ...window, SDKVersion: '3.16.2', model: 'iPhone SE' });
});

it('has no update, and reports that', async () => {
  const { wx, phone } = testPhone();
  const checked = jest.fn();
  wx.getUpdateManager().onCheckForUpdate(checked);
  await phone.settle();
  expect(checked).toHaveBeenCalledWith({ hasUpdate: false });
});

describe('navigation', () => {
  const host = (): AppHost & { asked: unknown[] } => {
    const asked: unknown[] = [];
    return {
      asked,
      pages: () => [],
      async navigate(how, target) {
        asked.push([how, target]);
        if ('url' in target && target.url === '/none') throw new Error('page "none" is not found');
      },
      chrome: (api, args) => asked.push([api, args]),
    };
  };

  it('is done by the stage', async () => {
    const { wx, phone } = testPhone();
    const stage = host();
    phone.attach(stage);
    await wx.navigateTo({ url: '/pages/a?b=1' });
    await wx.navigateBack();
    await wx.navigateBack({ delta: 3 });
    await wx.setNavigationBarTitle({ title: '我的' });
    expect(stage.asked).toEqual([
      ['navigateTo', { url: '/pages/a?b=1' }],
      ['navigateBack', { delta: 1 }],
      ['navigateBack', { delta: 3 }],
      ['setNavigationBarTitle', { title: '我的' }],
    ]);
  });

  it('fails with the stage’s reason, or without a stage', async () => {
    const { wx, phone } = testPhone();
    const outcome = record();
    wx.switchTab({ url: '/x', fail: outcome.fail });
    await phone.settle();
    expect(outcome.result.errMsg).toMatch(/^switchTab:fail no mini-program is running/);
    phone.attach(host());
    await expect(wx.navigateTo({ url: '/none' })).rejects.toEqual({
      errMsg: 'navigateTo:fail page "none" is not found',
    });
    await expect(wx.redirectTo({} as never)).rejects.toMatchObject({
      errMsg: expect.stringMatching(/^redirectTo:fail parameter error: parameter\.url/),
    });
  });

  it('does not pass the tap on to the next page', async () => {
    const { wx, phone } = testPhone();
    const outcome = record();
    phone.attach({
      pages: () => [],
      async navigate() {
        wx.openSetting(outcome);
      },
    });
    phone.tap(() => wx.navigateTo({ url: '/x', success() {} }));
    await phone.settle();
    expect(outcome.order).toEqual(['fail', 'complete']);
  });
});
