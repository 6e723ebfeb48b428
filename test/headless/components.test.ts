/** Custom components inside pages. */
import { openPage } from './support/app';

describe('components', () => {
  const card = {
    'components/card/card.json': '{"component":true,"usingComponents":{"tag":"../tag/tag"}}',
    'components/card/card.wxml':
      '<view class="card {{size}}"><slot name="head"></slot><tag text="{{title}}"/><slot></slot></view>',
    'components/card/card.js': `const shared = require('../../shared/behaviour')
      Component({ options: { multipleSlots: true }, behaviors: [shared], properties: { title: String, size: { type: String, value: 'small' } },
        observers: { title(t) { this.setData({ seen: t }) } },
        lifetimes: { attached() { this.log('attached') }, ready() { this.log('ready') }, detached() { this.log('detached') } },
        pageLifetimes: { show() { this.log('page shows') }, hide() { this.log('page hides') } } })`,
    'components/tag/tag.json': '{"component":true}',
    'components/tag/tag.wxml': '<text>[{{text}}]</text>',
    'components/tag/tag.js': 'Component({ properties: { text: String } })',
    'shared/behaviour.js': `module.exports = Behavior({ methods: { log(line) { getApp().log.push(line) } } })`,
    'app.js': 'App({ log: [] })',
  };
  const WXML =
    '<card wx:if="{{on}}" title="{{title}}" id="c"><view slot="head">头</view><view>身</view></card>';

  it('have properties, slots, behaviors, observers, own components, and a life cycle', async () => {
    const { page, stage } = await openPage(WXML, "data: { on: true, title: 'T' }", {
      files: card,
      json: '{"usingComponents":{"card":"/components/card/card"}}',
    });
    expect(page.snapshot()).toBe(
      [
        '<card id="c" title="T">',
        '  <view class="card small">',
        '    <view>头</view>',
        '    <tag text="T">',
        '      <text>[T]</text>',
        '    </tag>',
        '    <view>身</view>',
        '  </view>',
        '</card>',
      ].join('\n'),
    );
    const select = page.instance.selectComponent as (selector: string) => { data: Record<string, unknown> };
    expect(select('#c').data).toMatchObject({ title: 'T', seen: 'T' });
    page.instance.setData({ title: 'U' });
    expect(select('#c').data).toMatchObject({ title: 'U', seen: 'U' });
    await stage.hide();
    page.instance.setData({ on: false });
    expect(stage.app.log).toEqual(['attached', 'page shows', 'ready', 'page hides', 'detached']);
  });
});
