/** Form controls: events of typing, values, reset. */
import { openPage } from '../headless/support/app';

const LOG = `data: { t: '', log: [] },
  note(event) { this.setData({ log: [...this.data.log, event.type + ' ' + event.detail.value] }) },
  typed(event) { this.setData({ t: event.detail.value }) },
  clear() { this.setData({ t: '' }) }`;
const EVENTS = 'bindinput="note" bindchange="note" bindblur="note"';

test('input and textarea fire change in addition to input, before blur [community https://github.com/Tencent/tdesign-miniprogram/pull/3858]', async () => {
  for (const tag of ['input', 'textarea']) {
    const { page } = await openPage(`<${tag} ${EVENTS}/>`, LOG);
    await page.input(tag, '茶');
    expect(page.data.log).toEqual(['input 茶', 'change 茶', 'blur 茶']);
  }
});

test('完成 fires confirm, then the field loses focus; with confirm-hold it keeps the focus until a tap elsewhere [page component/input.html]', async () => {
  const handlers = 'bindfocus="note" bindconfirm="note" bindblur="note" bindtap="note"';
  const { page } = await openPage(
    `<input id="a" ${handlers}/><input id="b" confirm-hold ${handlers}/><textarea ${handlers}/><view>x</view>`,
    LOG,
  );
  await page.confirm('#a', '茶');
  expect(page.data.log).toEqual(['focus ', 'confirm 茶', 'blur 茶']);
  await page.find('#b').confirm('饭');
  await page.confirm('#b');
  await page.tap('view');
  expect(page.data.log).toEqual([
    ...['focus ', 'confirm 茶', 'blur 茶'],
    ...['focus ', 'confirm 饭', 'confirm 饭', 'blur 饭'],
  ]);
  await page.confirm('textarea');
  expect((page.data.log as string[]).slice(-3)).toEqual(['focus ', 'confirm ', 'blur ']);
});

test('a textarea cannot be confirmed if its return key inserts a line break and its keyboard has no bar with 完成 [page component/textarea.html]', async () => {
  const { page } = await openPage('<textarea show-confirm-bar="{{false}}"/>');
  await expect(page.confirm('textarea')).rejects.toThrow('has no 完成 key');
});

test('keyboardheightchange comes before focus and after blur, with { height, duration } [community https://www.cnblogs.com/yurunmiao/p/16255278.html]', async () => {
  const { page } = await openPage(
    '<input bindkeyboardheightchange="on" bindfocus="on" bindblur="on"/>',
    'data: { log: [] }, on({ type, detail }) { this.setData({ log: [...this.data.log, [type, detail.height]] }) }',
  );
  await page.input('input', '茶');
  expect(page.data.log).toEqual([
    ['keyboardheightchange', 336],
    ['focus', 336],
    ['blur', undefined],
    ['keyboardheightchange', 0],
  ]);
});

test('the keyboard is 336 px high and opens in 0.25 s: WeChat documents no values [choice]', async () => {
  const { page } = await openPage(
    '<input bindkeyboardheightchange="on"/>',
    'on({ detail }) { this.setData({ detail: this.data.detail ?? detail }) }',
  );
  await page.input('input', '茶');
  expect(page.data.detail).toEqual({ height: 336, duration: 0.25 });
});

test('a chosen nickname fires change but not input [community https://github.com/Tencent/tdesign-miniprogram/issues/3143]', async () => {
  const { page } = await openPage(`<input type="nickname" ${EVENTS}/>`, LOG, {
    phone: { era: 'fill', privacy: { needAuthorization: false } },
  });
  await page.pickNickname('input', '林小满');
  expect(page.data.log).toEqual(['change 林小满', 'blur 林小满']);
});

test('each change of the text fires change once; leaving the field fires no further change [choice]', async () => {
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

test('setting value replaces typed text, even with the same value: setData sets every attribute that uses the data [community https://github.com/NervJS/taro/issues/7202]', async () => {
  const { page } = await openPage('<input value="{{t}}"/><button bindtap="clear">清</button>', LOG);
  await page.input('input', '茶');
  await page.tap('button');
  expect(page.find('input').value).toBe('');
});

test('reset empties the controls of a form; it does not restore the values of their attributes [community https://github.com/wdfe/weweb]', async () => {
  const { page } = await openPage(
    '<form><input name="t" value="茶"/><switch name="s" checked/><button form-type="reset">重填</button></form>',
  );
  await page.tap('button');
  expect([page.find('input').value, page.find('switch').value]).toEqual(['', false]);
});

test('the value of a checkbox-group lists the boxes in the order in which they were checked [community https://github.com/chemzqm/wept]', async () => {
  const { page } = await openPage(
    `<checkbox-group bindchange="typed"><checkbox id="a" value="a"/><checkbox id="b" value="b"/></checkbox-group>`,
    LOG,
  );
  await page.tap('#b');
  await page.tap('#a');
  expect(page.data.t).toEqual(['b', 'a']);
});

test('a value longer than maxlength is cut; the default of maxlength is 140 [community https://github.com/chemzqm/wept]', async () => {
  const { page } = await openPage('<input value="{{t}}"/>', `data: { t: 'x'.repeat(150) }`);
  expect(page.find('input').value).toHaveLength(140);
});

test('a built-in component ignores a tap that an inner element catches [community https://github.com/chemzqm/wept]', async () => {
  const { page } = await openPage(
    '<label><view catchtap="clear">x</view><switch bindchange="note"/></label>',
    LOG,
  );
  await page.tap('view');
  expect(page.data.log).toEqual([]);
});

test('the bar with 完成 above the keyboard of a textarea is 44 px high and is part of the keyboard’s height [choice]', async () => {
  const { page } = await openPage(
    '<textarea id="a" bindfocus="on"/><textarea id="b" show-confirm-bar="{{false}}" bindfocus="on"/>',
    'data: { heights: [] }, on({ detail }) { this.setData({ heights: [...this.data.heights, detail.height] }) }',
  );
  await page.focus('#a');
  await page.focus('#b');
  expect(page.data.heights).toEqual([336 + 44, 336]);
});

test('hideKeyboard removes the focus, and fails if no field has the focus [community https://github.com/dcloudio/uni-ui/issues/192]', async () => {
  const { page, phone } = await openPage(
    '<input bindblur="on"/>',
    'data: { log: [] }, on({ type }) { this.setData({ log: [...this.data.log, type] }) }',
  );
  const hide = () => phone.wx.hideKeyboard({ complete: ({ errMsg }) => results.push(errMsg) });
  const results: string[] = [];
  await page.focus('input');
  hide();
  await phone.settle();
  hide();
  await phone.settle();
  expect(page.data.log).toEqual(['blur']);
  expect(results).toEqual(['hideKeyboard:ok', 'hideKeyboard:fail:input not exists']);
});

test('onKeyboardHeightChange reports the keyboard of every field [typings 28609; wx.onKeyboardHeightChange]', async () => {
  const { page, phone } = await openPage('<input/>');
  const heights: number[] = [];
  phone.wx.onKeyboardHeightChange(({ height }) => heights.push(height));
  await page.input('input', 'x');
  expect(heights).toEqual([336, 0]);
});

test('setting current of a swiper by data fires change with an empty source, then animationfinish [page component/swiper.html]', async () => {
  const { page, clock, stage } = await openPage(
    '<swiper current="{{n}}" autoplay bindchange="on" bindanimationfinish="on"><swiper-item/><swiper-item/></swiper>',
    'data: { log: [] }, on({ type, detail }) { this.setData({ log: [...this.data.log, [type, detail]] }) }, go() { this.setData({ n: 1 }) }',
  );
  (page.instance.go as () => void)();
  await stage.settle();
  await clock.advance(500);
  const detail = { current: 1, currentItemId: '', source: '' };
  expect(page.data.log).toEqual([
    ['change', detail],
    ['animationfinish', detail],
  ]);
  expect(page.find('swiper').value).toBe(1);
  // The process must leave no timer behind, because a timer keeps Node alive.
  stage.kill();
  expect(clock.next).toBeUndefined();
});

test('a swiper whose current or current-item-id belongs to no item shows nothing; a current after the last item becomes 0, without change [community https://github.com/FloatingGuy/WALib]', async () => {
  const { page, reports } = await openPage('<swiper current="5"><swiper-item/><swiper-item/></swiper>');
  expect(page.find('swiper').value).toBe(0);
  expect(reports).toEqual([expect.stringContaining('current is 5, but the items are 0 to 1')]);
});

test('an active progress starts at 1 %, grows by 1 % every duration, and fires activeend at its percent [community https://github.com/FloatingGuy/WALib]', async () => {
  const { page, clock } = await openPage(
    '<progress active percent="40" bindactiveend="on"/>',
    'on({ detail }) { this.setData(detail) }',
  );
  await clock.advance(30 * 39 - 1);
  expect(page.data.curPercent).toBeUndefined();
  await clock.advance(1);
  expect(page.data.curPercent).toBe(40);
});
