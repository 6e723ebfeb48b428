/** The tap gesture (点击态) in callbacks: the APIs that pass it on, and those that do not. */
import { json, opens, record, type TestPhone, testPhone } from './support/phone';

/** Resolves to true if openSetting opens inside the callback that `start` registers. */
const attempt = (test: TestPhone, start: (tried: () => void) => void) =>
  new Promise<boolean>((resolve, reject) => {
    start(() => resolve(opens(test)));
    test.phone.settle().then(() => reject(new Error('no callback came')), reject);
  });

test('success and complete of showModal have the gesture after either button [page framework/view/tap.html]', async () => {
  for (const answer of ['confirm', 'cancel'] as const) {
    for (const name of ['success', 'complete']) {
      const test = testPhone();
      const opened = await new Promise((resolve) => {
        test.wx.showModal({ title: '提示', [name]: () => resolve(opens(test)) });
        test.phone.settle().then(() => test.phone.screen.get('modal')[answer]());
      });
      expect(opened).toBe(true);
    }
  }
});

test('success of showActionSheet has the gesture [page framework/view/tap.html]', async () => {
  const test = testPhone();
  const opened = await new Promise((resolve) => {
    test.wx.showActionSheet({ itemList: ['设置'], success: () => resolve(opens(test)) });
    test.phone.settle().then(() => test.phone.screen.get('action-sheet').choose(0));
  });
  expect(opened).toBe(true);
});

test('fail, and complete after fail, do not have the gesture [page framework/view/tap.html]', async () => {
  for (const name of ['fail', 'complete']) {
    const test = testPhone();
    const opened = await new Promise((resolve) => {
      test.wx.showActionSheet({ itemList: ['设置'], [name]: () => resolve(opens(test)) });
      test.phone.settle().then(() => test.phone.screen.get('action-sheet').cancel());
    });
    expect(opened).toBe(false);
  }
});

test('the promise of showModal does not pass the gesture on [community https://www.cnblogs.com/zmdComeOn/p/9761577.html]', async () => {
  const test = testPhone();
  const opened = test.wx.showModal({ title: '提示' }).then(() => opens(test));
  await test.phone.settle();
  test.phone.screen.get('modal').confirm();
  expect(await opened).toBe(false);
});

test('success, fail and complete of request, downloadFile and getSetting inherit the gesture [page framework/view/tap.html]', async () => {
  const calls = {
    request: ({ wx }: TestPhone, callbacks: object) => wx.request({ url: 'https://api.test/', ...callbacks }),
    downloadFile: ({ wx }: TestPhone, callbacks: object) =>
      wx.downloadFile({ url: 'https://api.test/', ...callbacks }),
    getSetting: ({ wx }: TestPhone, callbacks: object) => wx.getSetting(callbacks),
  };
  for (const [name, call] of Object.entries(calls)) {
    for (const way of ['success', 'fail', 'complete']) {
      if (name === 'getSetting' && way === 'fail') continue;
      const test = testPhone({ online: way !== 'fail' }, () => json({}));
      const opened = attempt(test, (tried) => test.phone.tap(() => call(test, { [way]: tried })));
      expect({ name, way, opened: await opened }).toEqual({ name, way, opened: true });
    }
  }
});

test('the gesture is inherited through a chain of requests [page framework/view/tap.html]', async () => {
  const test = testPhone();
  const url = 'https://api.test/';
  const opened = attempt(test, (tried) =>
    test.phone.tap(() => test.wx.request({ url, complete: () => test.wx.request({ url, complete: tried }) })),
  );
  expect(await opened).toBe(true);
});

test('a call without the gesture passes no gesture on [page framework/view/tap.html]', async () => {
  const test = testPhone();
  expect(await attempt(test, (tried) => test.wx.getSetting({ success: tried }))).toBe(false);
});

test('login, checkSession, uploadFile and all other APIs do not pass the gesture on [page framework/view/tap.html]', async () => {
  const test = testPhone();
  const { wx } = test;
  const calls = [
    (then: () => void) => wx.login({ success: then }),
    (then: () => void) => wx.checkSession({ success: then }),
    (then: () => void) => wx.getStorageInfo({ success: then }),
    (then: () => void) =>
      wx.uploadFile({ url: 'https://api.test/', filePath: 'none', name: 'f', complete: then }),
  ];
  for (const call of calls) {
    expect(await attempt(test, (tried) => test.phone.tap(() => call(tried)))).toBe(false);
  }
});

test('an API that needs the gesture uses it up: callbacks of requests no longer inherit it [page framework/view/tap.html]', async () => {
  const test = testPhone();
  const opened = attempt(test, (tried) =>
    test.phone.tap(() => {
      expect(opens(test)).toBe(true);
      test.phone.screen.get('settings').back();
      test.wx.request({ url: 'https://api.test/', complete: tried });
    }),
  );
  expect(await opened).toBe(false);
});

test('in the same handler a used-up gesture still opens the settings again [page framework/view/tap.html]', () => {
  const test = testPhone();
  test.phone.tap(() => {
    expect([opens(test), opens(test)]).toEqual([true, true]);
  });
  expect(test.phone.screen.items).toHaveLength(2);
});

test('a request sent before the gesture was used up does not inherit it either [choice]', async () => {
  const test = testPhone();
  const opened = attempt(test, (tried) =>
    test.phone.tap(() => {
      test.wx.request({ url: 'https://api.test/', complete: tried });
      test.wx.openSetting({ complete() {} });
    }),
  );
  const settle = test.phone.settle();
  test.phone.screen.get('settings').back();
  await settle;
  expect(await opened).toBe(false);
});

test('a page opened by navigateTo does not have the gesture of the tap [choice]', async () => {
  const test = testPhone();
  const outcome = record();
  test.phone.attach({
    pages: () => [],
    async navigate() {
      test.wx.openSetting(outcome);
    },
  });
  test.phone.tap(() => test.wx.navigateTo({ url: '/pages/next', success() {} }));
  await test.phone.settle();
  expect(outcome.order).toEqual(['fail', 'complete']);
});
