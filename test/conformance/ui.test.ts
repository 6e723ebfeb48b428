/** Toasts, loading, modals and action sheets. */
import { ask, phoneAt, type TestPhone, testPhone } from './support/phone';

const modal = (test: TestPhone, option: object = {}) =>
  ask(test, (callbacks) => test.wx.showModal({ title: '提示', ...option, ...callbacks }));

test('a toast and a loading do not need a title [community https://github.com/chemzqm/wept]', async () => {
  const test = testPhone();
  expect((await ask(test, (option) => test.wx.showToast(option as never))).order[0]).toBe('success');
  expect((await ask(test, (option) => test.wx.showLoading(option as never))).order[0]).toBe('success');
});

test('a title, content or button text that is not a string fails, also undefined [community https://github.com/chemzqm/wept]', async () => {
  const test = testPhone();
  for (const [api, wrong] of [
    ['showToast', { title: undefined }],
    ['showToast', { duration: '2000' }],
    ['showLoading', { title: 5 }],
    ['showModal', { content: 5 }],
    ['showModal', { confirmText: null }],
    ['showActionSheet', { itemList: [1] }],
    ['setNavigationBarTitle', { title: 5 }],
  ] as const) {
    const call = test.wx[api] as (option: object) => void;
    const { result } = await ask(test, (option) => call({ ...wrong, ...option }));
    expect(result.errMsg).toMatch(/:fail parameter error: parameter\.[\w[\]]+ should be \w+ instead of \w+;/);
  }
});

test('a toast with an icon shows seven Chinese characters [typings 12288; wx.showToast]', async () => {
  for (const icon of ['success', 'error', 'loading'] as const) {
    const test = testPhone();
    await ask(test, (option) => test.wx.showToast({ title: '一二三四五六七八九', icon, ...option }));
    expect(test.phone.screen.get('toast').title).toBe('一二三四五六七');
  }
});

test('a toast without an icon shows more text [typings 12291; wx.showToast]', async () => {
  const test = testPhone();
  await ask(test, (option) => test.wx.showToast({ title: '一二三四五六七八九', icon: 'none', ...option }));
  expect(test.phone.screen.get('toast').title).toBe('一二三四五六七八九');
});

test('image has priority over icon [typings 12295; wx.showToast]', async () => {
  const test = testPhone();
  await ask(test, (option) =>
    test.wx.showToast({ title: '好', icon: 'error', image: '/mine.png', ...option }),
  );
  expect(test.phone.screen.get('toast').image).toBe('/mine.png');
});

test('a toast disappears after 1.5 s, or after its duration [page api/ui/interaction/wx.showToast.html]', async () => {
  for (const [option, ms] of [
    [{}, 1500],
    [{ duration: 4000 }, 4000],
  ] as const) {
    const test = testPhone();
    test.wx.showToast({ title: '好', ...option });
    await test.phone.settle();
    await test.clock.advance(ms - 1);
    expect(test.phone.screen.find('toast')).toBeDefined();
    await test.clock.advance(1);
    expect(test.phone.screen.find('toast')).toBeUndefined();
  }
});

test('toast and loading replace each other [typings 31806; wx.showToast]', async () => {
  const test = testPhone();
  const kinds = () => test.phone.screen.items.map(({ kind }) => kind);
  await ask(test, (option) => test.wx.showLoading({ title: '加载中', ...option }));
  await ask(test, (option) => test.wx.showToast({ title: '好', ...option }));
  expect(kinds()).toEqual(['toast']);
  await ask(test, (option) => test.wx.showLoading({ title: '加载中', ...option }));
  expect(kinds()).toEqual(['loading']);
});

test('hideToast also hides a loading, and hideLoading a toast, unless noConflict is set [page api/ui/interaction/wx.hideToast.html]', async () => {
  const test = testPhone();
  await ask(test, (option) => test.wx.showLoading({ title: '加载中', ...option }));
  await ask(test, (option) => test.wx.hideToast({ noConflict: true, ...option }));
  expect(test.phone.screen.find('loading')).toBeDefined();
  await ask(test, (option) => test.wx.hideToast(option));
  expect(test.phone.screen.find('loading')).toBeUndefined();
  await ask(test, (option) => test.wx.showToast({ title: '好', ...option }));
  await ask(test, (option) => test.wx.hideLoading({ noConflict: true, ...option }));
  expect(test.phone.screen.find('toast')).toBeDefined();
  await ask(test, (option) => test.wx.hideLoading(option));
  expect(test.phone.screen.find('toast')).toBeUndefined();
});

test('the button texts of a modal have at most four characters: with a longer text the call fails, and no modal opens [typings 12174, 12168; wx.showModal]', async () => {
  for (const option of [{ confirmText: '一二三四五' }, { cancelText: '一二三四五' }]) {
    const test = testPhone();
    expect((await modal(test, option)).order[0]).toBe('fail');
    expect(test.phone.screen.items).toEqual([]);
  }
  const test = testPhone();
  await modal(test, { confirmText: '一二三四', cancelText: '一二三四' });
  expect(test.phone.screen.find('modal')).toBeDefined();
});

test('this failure has the text `confirmText length should not larger than 4 Chinese characters` [community https://github.com/NervJS/taro]', async () => {
  const { result } = await modal(testPhone(), { confirmText: '一二三四五' });
  expect(result.errMsg).toBe('showModal:fail confirmText length should not larger than 4 Chinese characters');
});

test('a Latin letter counts as half a Chinese character [community https://github.com/NervJS/taro]', async () => {
  const test = testPhone();
  await modal(test, { confirmText: 'Continue', cancelText: 'Cancel' });
  expect(test.phone.screen.find('modal')).toBeDefined();
  expect((await modal(testPhone(), { confirmText: 'Continues' })).order[0]).toBe('fail');
});

test('a modal returns { confirm, cancel } [typings 12198; wx.showModal]', async () => {
  for (const [how, confirm] of [
    ['confirm', true],
    ['cancel', false],
  ] as const) {
    const test = testPhone();
    const outcome = await modal(test);
    test.phone.screen.get('modal')[how]();
    await test.phone.settle();
    expect(outcome.order).toEqual(['success', 'complete']);
    expect(outcome.result).toMatchObject({ confirm, cancel: !confirm, errMsg: 'showModal:ok' });
  }
});

test('on Android below 6.7.2 cancelling a modal fails with `cancel` [typings 31693; wx.showModal]', async () => {
  const cancelled = async (version: string) => {
    const test = testPhone({ device: { platform: 'android', version } });
    const outcome = await modal(test);
    test.phone.screen.get('modal').cancel();
    await test.phone.settle();
    return outcome.result.errMsg;
  };
  expect([await cancelled('6.7.1'), await cancelled('6.7.2')]).toEqual([
    'showModal:fail cancel',
    'showModal:ok',
  ]);
});

test('an editable modal returns the typed text, from 2.17.1 on [typings 31695; wx.showModal]', async () => {
  const typed = async (sdkVersion: string) => {
    const test = phoneAt(sdkVersion);
    const outcome = await modal(test, { editable: true });
    test.phone.screen.get('modal').confirm('新名字');
    await test.phone.settle();
    return outcome.result.content;
  };
  expect([await typed('2.17.0'), await typed('2.17.1')]).toEqual([null, '新名字']);
});

test('an action sheet has one to six items [page api/ui/interaction/wx.showActionSheet.html]', async () => {
  const fails = async (length: number) => {
    const itemList = Array.from({ length }, (_, index) => `第${index}`);
    const test = testPhone();
    return (await ask(test, (option) => test.wx.showActionSheet({ itemList, ...option }))).order[0];
  };
  expect([await fails(0), await fails(6), await fails(7)]).toEqual(['fail', undefined, 'fail']);
});

test('an action sheet returns the chosen index; cancelling fails with `cancel` [page api/ui/interaction/wx.showActionSheet.html]', async () => {
  const test = testPhone();
  const itemList = ['一', '二'];
  const chosen = await ask(test, (option) => test.wx.showActionSheet({ itemList, ...option }));
  test.phone.screen.get('action-sheet').choose(1);
  await test.phone.settle();
  expect(chosen.result.tapIndex).toBe(1);
  const cancelled = await ask(test, (option) => test.wx.showActionSheet({ itemList, ...option }));
  test.phone.screen.get('action-sheet').cancel();
  await test.phone.settle();
  expect(cancelled.result.errMsg).toBe('showActionSheet:fail cancel');
});
