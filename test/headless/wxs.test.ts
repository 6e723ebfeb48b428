/** WXS in WXML: event handlers, observers, modules. */
import { openPage } from './support/app';
import { show } from './support/components';

describe('wxs', () => {
  const WXS = `<wxs module="m">module.exports = {
      tap: function (event, owner) {
        var state = event.instance.getState(); state.n = (state.n || 0) + 1;
        event.instance.addClass('hit').setStyle({ color: 'red' });
        owner.callMethod('calls', { n: state.n, id: event.currentTarget.dataset.id, own: owner.selectComponent('.a') !== null });
        return event.currentTarget.dataset.id === 'go';
      },
      changed: function (now, before, owner, self) { owner.callMethod('seen', [before, now]); }
    }</wxs>`;
  const PAGE = `data: { calls: [], seen: [], n: 1 }, calls(one) { this.setData({ calls: [...this.data.calls, one] }) },
    seen(one) { this.setData({ seen: [...this.data.seen, one] }) }, outer() { this.setData({ outer: true }) }`;

  it('handles events; returning false stops them', async () => {
    const { page } = await show(
      `${WXS}<view bindtap="outer"><view class="a" data-id="stop" bindtap="{{m.tap}}"></view><view class="b" data-id="go" bindtap="{{m.tap}}"></view></view>`,
      {},
      PAGE,
    );
    await page.tap('.a');
    expect(page.data).toMatchObject({ calls: [{ n: 1, id: 'stop', own: true }] });
    expect(page.data.outer).toBeUndefined();
    expect(page.find('.a').dom.outerHTML).toMatch(/class="a hit".*color:\s?red/);
    await page.tap('.a');
    await page.tap('.b');
    expect(page.data).toMatchObject({ calls: [{ n: 1 }, { n: 2 }, { n: 1, id: 'go' }], outer: true });
  });

  it('observes attributes with change:', async () => {
    const { page, stage } = await show(`${WXS}<view n="{{n}}" change:n="{{m.changed}}"></view>`, {}, PAGE);
    page.instance.setData({ n: 2, other: 1 });
    page.instance.setData({ other: 2 });
    await stage.settle();
    expect(page.data.seen).toEqual([
      [undefined, 1],
      [1, 2],
    ]);
  });

  it('can be inside other elements, like imports', async () => {
    const { page } = await openPage(
      '<view><import src="../../t.wxml"/><wxs module="w">module.exports = { x: 1 }</wxs><template is="t" data="{{n: w.x}}"/></view>',
      '',
      { files: { 't.wxml': '<template name="t"><text>t{{n}}</text></template>' } },
    );
    expect(page.text()).toBe('t1');
  });
});
