/** Toast, loading, modal and action sheet. */
import { record, testPhone } from './support/phone';

const kinds = ({ phone }: ReturnType<typeof testPhone>) => phone.screen.items.map(({ kind }) => kind);

describe('toast and loading', () => {
  it('one replaces the other, and an old timer does not remove a new toast', async () => {
    const test = testPhone();
    test.wx.showToast({ title: 'a', duration: 1000, complete() {} });
    await test.clock.advance(500);
    test.wx.showLoading({ title: 'b', complete() {} });
    await test.phone.settle();
    expect(kinds(test)).toEqual(['loading']);
    test.wx.showToast({ title: 'c', duration: 1000, complete() {} });
    await test.clock.advance(600);
    expect(test.phone.screen.get('toast').title).toBe('c');
  });
});

describe('modal', () => {
  it('pends until it is answered, with WeChat’s defaults', async () => {
    const test = testPhone();
    const outcome = record();
    test.wx.showModal({ title: '提示', content: '内容', ...outcome });
    await test.phone.settle();
    const modal = test.phone.screen.get('modal');
    expect(modal).toMatchObject({
      showCancel: true,
      confirmText: '确定',
      cancelText: '取消',
      editable: false,
    });
    expect(outcome.order).toEqual([]);
    modal.confirm();
    await test.phone.settle();
    expect(outcome.result).toEqual({ confirm: true, cancel: false, content: null, errMsg: 'showModal:ok' });
    expect(kinds(test)).toEqual([]);
  });
});

describe('action sheet', () => {
  it('returns the index; cancelling is a failure', async () => {
    const test = testPhone();
    const outcome = record();
    const show = async () => {
      test.wx.showActionSheet({ itemList: ['甲', '乙'], ...outcome });
      await test.phone.settle();
      return test.phone.screen.get('action-sheet');
    };
    const sheet = await show();
    expect(() => sheet.choose(2)).toThrow('The action sheet has no item 2: it shows 甲 / 乙.');
    sheet.choose(1);
    await test.phone.settle();
    expect(outcome.result).toEqual({ tapIndex: 1, errMsg: 'showActionSheet:ok' });
    (await show()).cancel();
    await test.phone.settle();
    expect(outcome.result.errMsg).toBe('showActionSheet:fail cancel');
  });
});

describe('the screen', () => {
  it('an error for a missing item lists the visible ones', async () => {
    const test = testPhone();
    expect(() => test.phone.screen.get('modal')).toThrow('The phone shows no modal; it shows only the page.');
    test.wx.showToast({ title: '好', complete() {} });
    await test.phone.settle();
    expect(() => test.phone.screen.get('modal')).toThrow('The phone shows no modal; it shows toast "好".');
  });

  it('notifies its subscribers until they unsubscribe', async () => {
    const test = testPhone();
    const changed = jest.fn();
    const leave = test.phone.screen.subscribe(changed);
    test.wx.showLoading({ title: '…', complete() {} });
    await test.phone.settle();
    expect(changed).toHaveBeenCalledTimes(1);
    leave();
    test.wx.hideLoading({ complete() {} });
    await test.phone.settle();
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
