/** Form controls: which events typing fires, what a field holds, what a form resets. */
import { openPage } from '../headless/support/app';

const LOG = `data: { t: '', log: [] },
  note(event) { this.setData({ log: [...this.data.log, event.type + ' ' + event.detail.value] }) },
  typed(event) { this.setData({ t: event.detail.value }) },
  clear() { this.setData({ t: '' }) }`;
const EVENTS = 'bindinput="note" bindchange="note" bindblur="note"';

test('input and textarea fire change beside input, before blur [community https://github.com/Tencent/tdesign-miniprogram/pull/3858]', async () => {
  for (const tag of ['input', 'textarea']) {
    const { page } = await openPage(`<${tag} ${EVENTS}/>`, LOG);
    await page.input(tag, '茶');
    expect(page.data.log).toEqual(['input 茶', 'change 茶', 'blur 茶']);
  }
});

test('a picked nickname fires change and no input [community https://github.com/Tencent/tdesign-miniprogram/issues/3143]', async () => {
  const { page } = await openPage(`<input type="nickname" ${EVENTS}/>`, LOG, {
    phone: { era: 'fill', privacy: { needAuthorization: false } },
  });
  await page.pickNickname('input', '林小满');
  expect(page.data.log).toEqual(['change 林小满', 'blur 林小满']);
});

test('change comes once for each change of the text, not once more when the field is left [choice]', async () => {
  const { page } = await openPage(`<input ${EVENTS}/>`, LOG);
  await page.input('input', '茶');
  await page.input('input', '饭');
  expect(page.data.log).toEqual(['input 茶', 'change 茶', 'blur 茶', 'input 饭', 'change 饭', 'blur 饭']);
});

test('bindinput may return the text to show, or { value, cursor } [page component/input.html]', async () => {
  const { page } = await openPage(
    '<input bindinput="typed"/>',
    "typed({ detail }) { return { value: detail.value.replace(/11/g, '2'), cursor: 1 } }",
  );
  await page.input('input', '1134');
  expect(page.find('input').value).toBe('234');
});

test('a typed text goes when its value is set, to the same text too: every attribute whose data was set is set [community https://github.com/NervJS/taro/issues/7202]', async () => {
  const { page } = await openPage('<input value="{{t}}"/><button bindtap="clear">清</button>', LOG);
  await page.input('input', '茶');
  await page.tap('button');
  expect(page.find('input').value).toBe('');
});

test('reset empties the controls of a form; it does not bring back what the attributes say [community https://github.com/wdfe/weweb]', async () => {
  const { page } = await openPage(
    '<form><input name="t" value="茶"/><switch name="s" checked/><button form-type="reset">重填</button></form>',
  );
  await page.tap('button');
  expect([page.find('input').value, page.find('switch').value]).toEqual(['', false]);
});
