/** `<input type="nickname">`: WeChat's review and name suggestions in a form. */
import { openPage } from './support/app';

const FORM = `<form bindsubmit="save"><input type="nickname" name="nick" class="nick" value="{{nick}}" bindinput="typed" bindblur="left" bindnicknamereview="reviewed"/>
  <input class="plain" name="plain"/><button form-type="submit">保存</button></form>`;
const PAGE = `data: { nick: '', log: [] },
  note(line) { this.setData({ log: [...this.data.log, line] }) },
  typed({ detail }) { this.note('input ' + detail.value) },
  left({ detail }) { this.note('blur ' + detail.value) },
  reviewed({ detail }) { this.note('review ' + JSON.stringify(detail)) },
  save({ detail }) { this.setData({ saved: detail.value }) }`;
const open = (phone = {}) =>
  openPage(FORM, PAGE, {
    phone: { era: 'fill', privacy: { needAuthorization: false }, nicknameReview: ['坏'], ...phone },
  });

it('an accepted name stays, and the input fires the review event', async () => {
  const { page } = await open();
  await page.input('.nick', '林小满');
  expect(page.data.log).toEqual(['input 林小满', 'blur 林小满', 'review {"pass":true,"timeout":false}']);
  await page.submit('form');
  expect(page.data.saved).toEqual({ nick: '林小满', plain: '' });
});

it('a refused name is cleared, without an input event', async () => {
  const { page } = await open();
  await page.input('.nick', '坏人');
  expect(page.find('.nick').value).toBe('');
  expect(page.data.log).toEqual(['input 坏人', 'blur 坏人', 'review {"pass":false,"timeout":false}']);
  await page.submit('form');
  expect(page.data.saved).toEqual({ nick: '', plain: '' });
});

it('a suggested name fires no input event, but is in the form’s value', async () => {
  const { page } = await open();
  await page.pickNickname('.nick', '林小满');
  expect(page.data.log).toEqual(['blur 林小满', 'review {"pass":true,"timeout":false}']);
  await page.tap('button');
  expect(page.data.saved).toEqual({ nick: '林小满', plain: '' });
});

it('an older base library clears the name without an event; a still older one does nothing', async () => {
  const older = await open({ sdkVersion: '2.25.0' });
  await older.page.input('.nick', '坏人');
  expect(older.page.find('.nick').value).toBe('');
  expect(older.page.data.log).toEqual(['input 坏人', 'blur 坏人']);
  const oldest = await open({ sdkVersion: '2.21.2' });
  await oldest.page.input('.nick', '坏人');
  expect(oldest.page.find('.nick').value).toBe('坏人');
});

it('a plain input suggests nothing', async () => {
  const { page } = await open();
  await expect(page.pickNickname('.plain', '林')).rejects.toThrow(
    'is not an <input type="nickname">: no nickname is suggested',
  );
  const unconsented = await open({ privacy: { needAuthorization: true } });
  await expect(unconsented.page.pickNickname('.nick', '林')).rejects.toThrow(
    'is a plain input on this phone: no nickname is suggested there',
  );
  await unconsented.page.input('.nick', '坏人');
  expect(unconsented.page.find('.nick').value).toBe('坏人');
});

it('text typed during the review stays', async () => {
  const { page, stage } = await open();
  await page.input('.nick', '坏人', { settle: false });
  await page.input('.nick', '好人', { settle: false });
  await stage.settle();
  expect(page.find('.nick').value).toBe('好人');
});
