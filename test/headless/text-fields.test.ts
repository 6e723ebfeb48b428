/** `<input>` and `<textarea>`: the events of typing, and the field's value afterwards. */
import { openPage } from './support/app';

const LOG = `data: { t: '', log: [] },
  note(event) { this.setData({ log: [...this.data.log, event.type + ' ' + event.detail.value] }) },
  typed(event) { this.note(event); this.setData({ t: event.detail.value }) },
  clear() { this.setData({ t: '' }) }, other() { this.setData({ n: 1 }) },
  save({ detail }) { this.setData({ saved: detail.value }) }`;
const events = 'bindfocus="note" bindchange="note" bindblur="note"';

describe.each(['input', 'textarea'])('<%s>', (tag) => {
  it('fires input, then change, then blur', async () => {
    const { page } = await openPage(`<${tag} bindinput="note" ${events}/>`, LOG);
    await page.input(tag, '茶');
    expect(page.data.log).toEqual(['focus ', 'input 茶', 'change 茶', 'blur 茶']);
  });

  const FORM = `<form bindsubmit="save"><${tag} name="t" value="{{t}}" bindinput="typed"/></form>
    <button bindtap="clear">清</button><button bindtap="other">别的</button>`;

  it('is empty when the program empties it', async () => {
    const { page } = await openPage(FORM, LOG);
    await page.input(tag, '铁观音');
    expect(page.find(tag).value).toBe('铁观音');
    await page.tap({ text: '清' });
    expect(page.find(tag).value).toBe('');
    await page.submit('form');
    expect(page.data.saved).toEqual({ t: '' });
  });

  it('is empty when the program sets the same empty text again, and only then', async () => {
    const { page } = await openPage(FORM.replace('bindinput="typed"', ''), LOG);
    await page.input(tag, '铁观音');
    await page.tap({ text: '别的' });
    expect(page.find(tag).value).toBe('铁观音');
    await page.tap({ text: '清' });
    expect(page.find(tag).value).toBe('');
    await page.submit('form');
    expect(page.data.saved).toEqual({ t: '' });
  });
});

it('setting a field of an object resets only the input of that field', async () => {
  const { page } = await openPage(
    '<input class="a" value="{{form.a}}"/><input class="b" value="{{form.b}}"/><view wx:for="{{list}}"><input class="c" value="{{item.v}}"/></view>',
    `data: { form: { a: '', b: '' }, list: [{ v: '' }, { v: '' }] }`,
  );
  for (const field of ['.a', '.b']) await page.input(field, '甲');
  for (const field of page.findAll('.c')) await field.input('乙');
  const values = () => ['.a', '.b', '.c'].flatMap((name) => page.findAll(name).map(({ value }) => value));
  page.instance.setData({ 'form.a': '' });
  expect(values()).toEqual(['', '甲', '乙', '乙']);
  page.instance.setData({ 'list[1].v': '' });
  expect(values()).toEqual(['', '甲', '乙', '']);
  page.instance.setData({ form: { a: '', b: '' } });
  expect(values()).toEqual(['', '', '乙', '']);
});

it.each([
  ["event.detail.value + '!'", '茶!'],
  ['({ value: event.detail.value.toUpperCase(), cursor: 0 })', '茶'],
  ['undefined', '茶'],
  ['5', '茶'],
])('shows the value that bindinput returns: %s', async (answer, shown) => {
  const { page } = await openPage(
    `<input name="t" bindinput="typed" bindchange="note" bindblur="note"/>`,
    `data: { log: [] }, note(event) { this.setData({ log: [...this.data.log, event.type + ' ' + event.detail.value] }) },
     typed(event) { return ${answer} }`,
  );
  await page.input('input', '茶');
  expect(page.find('input').value).toBe(shown);
  expect(page.data.log).toEqual([`change ${shown}`, `blur ${shown}`]);
});

it('a suggested nickname fires change: the first project of DevTools can be filled in', async () => {
  const { page, phone, stage } = await openPage(
    `<block wx:if="{{!done}}"><button open-type="chooseAvatar" bind:chooseavatar="chosen">头像</button>
      <input type="nickname" bind:change="named"/></block><text wx:else>{{nick}}</text>`,
    `data: { nick: '', avatar: '', done: false },
     chosen({ detail }) { this.setData({ avatar: detail.avatarUrl, done: this.data.nick && detail.avatarUrl }) },
     named({ detail }) { this.setData({ nick: detail.value, done: detail.value && this.data.avatar }) }`,
    { phone: { era: 'fill', privacy: { needAuthorization: false } } },
  );
  await page.tap({ text: '头像' });
  phone.screen.get('avatar').useWechat();
  await stage.settle();
  await page.pickNickname('input', '林小满');
  expect(page.text()).toBe('林小满');
});
