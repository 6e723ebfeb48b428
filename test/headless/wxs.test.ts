/** WXS in WXML: observers, and modules inside other elements. */
import { openPage } from './support/app';
import { show } from './support/components';

describe('wxs', () => {
  const WXS =
    '<wxs module="m">module.exports.changed = function (now, before, owner) { owner.callMethod("seen", [before, now]); };</wxs>';
  const PAGE = 'data: { seen: [], n: 1 }, seen(one) { this.setData({ seen: [...this.data.seen, one] }) }';

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
