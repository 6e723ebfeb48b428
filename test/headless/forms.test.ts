/** Forms: input by the user, and the values that the form collects. */
import { openPage } from './support/app';

describe('a form', () => {
  const FORM = `<form bindsubmit="submit" bindreset="reset">
      <input name="nick" class="nick" maxlength="4" value="{{start}}" bindinput="typed" bindblur="left"></input>
      <textarea name="about" class="about"></textarea>
      <switch name="loud" class="loud" checked="{{true}}" bindchange="changed"></switch>
      <checkbox-group name="likes" bindchange="changed">
        <label><checkbox value="tea" class="tea"></checkbox>茶</label>
        <label><checkbox value="rice" checked></checkbox>饭</label>
      </checkbox-group>
      <radio-group name="size" bindchange="changed"><radio value="s" class="s"></radio><radio value="l" class="l" checked></radio></radio-group>
      <input class="nameless"></input>
      <button form-type="submit" class="save">保存</button><button form-type="reset" class="undo">重填</button>
    </form>`;
  const PAGE = `data: { start: '小', got: null, typed: '', changes: [] },
    submit({ detail }) { this.setData({ got: detail.value }) },
    reset() { this.setData({ got: 'reset' }) },
    typed({ detail }) { this.setData({ typed: detail.value }) },
    left() {},
    changed({ detail }) { this.setData({ changes: [...this.data.changes, detail.value] }) }`;

  it('collects the values of its named controls', async () => {
    const { page } = await openPage(FORM, PAGE);
    await page.tap('.save');
    expect(page.data.got).toEqual({ nick: '小', about: '', loud: true, likes: ['rice'], size: 'l' });
    await page.input('.nick', '林小满满满');
    await page.input('.about', '你好');
    await page.tap('.loud');
    await page.tap({ text: '茶' });
    await page.tap('.s');
    await page.tap('.s');
    expect(page.data.typed).toBe('林小满满');
    expect(page.data.changes).toEqual([false, ['rice', 'tea'], 's']);
    await page.submit('form');
    expect(page.data.got).toEqual({
      nick: '林小满满',
      about: '你好',
      loud: false,
      likes: ['rice', 'tea'],
      size: 's',
    });
  });

  it('reset empties every control, independent of its attributes', async () => {
    const { page } = await openPage(FORM, PAGE);
    await page.input('.nick', '满');
    await page.tap('.s');
    await page.tap('.undo');
    expect(page.data.got).toBe('reset');
    expect(page.find('.nick').value).toBe('');
    await page.submit('.save');
    expect(page.data.got).toEqual({ nick: '', about: '', loud: false, likes: [], size: '' });
  });

  it('a value set by the page replaces typed text', async () => {
    const { page } = await openPage(FORM, PAGE);
    await page.input('.nick', '满');
    expect(page.find('.nick').value).toBe('满');
    page.instance.setData({ start: '新' });
    expect(page.find('.nick').value).toBe('新');
  });

  it('refuses input where a user cannot type', async () => {
    const { page } = await openPage(
      '<view class="v">字</view><input class="i" disabled></input><button class="b">提交</button>',
    );
    await expect(page.input('.v', 'x')).rejects.toThrow('is neither <input> nor <textarea>');
    await expect(page.input('.i', 'x')).rejects.toThrow('is disabled: text cannot be typed there');
    await expect(page.submit('.b')).rejects.toThrow('is in no <form>');
  });
});

it.each([
  ["event.detail.value + '!'", '茶!'],
  ['({ value: event.detail.value.toUpperCase(), cursor: 0 })', '茶'],
  ['undefined', '茶'],
  ['5', '茶'],
])('an input shows the value that bindinput returns: %s', async (answer, shown) => {
  const { page } = await openPage(
    '<input name="t" bindinput="typed" bindchange="note" bindblur="note"/>',
    `data: { log: [] }, note(event) { this.setData({ log: [...this.data.log, event.type + ' ' + event.detail.value] }) },
     typed(event) { return ${answer} }`,
  );
  await page.input('input', '茶');
  expect(page.find('input').value).toBe(shown);
  expect(page.data.log).toEqual([`change ${shown}`, `blur ${shown}`]);
});
