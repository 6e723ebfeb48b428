/** Pages with behaviors, and pages written with `Component()`. */
import { openPage } from './support/app';

describe('page behaviors', () => {
  it('add data, methods and fields; the page’s own ones win; lifetimes run before onLoad', async () => {
    const { page } = await openPage(
      '<button bindtap="both">{{own}} {{shared}}</button>',
      `behaviors: [require('../../shared')], data: { own: 'page' }, list: [1],
       onLoad() { this.order.push('load') }, mine() { return 'page' }`,
      {
        files: {
          'shared.js': `module.exports = Behavior({ data: { own: 'behavior', shared: 'both' },
            lifetimes: { created() { this.order = ['created'] }, attached() { this.order.push('attached') } },
            methods: { both() { this.setData({ caller: this.mine() }) }, mine() { return 'behavior' } } })`,
        },
      },
    );
    expect(page.text()).toBe('page both');
    await page.tap('button');
    expect(page.data.caller).toBe('page');
    expect(page.instance).toMatchObject({ order: ['created', 'attached', 'load'], list: [1] });
  });
});

it('the life cycle of a page written with Component()', async () => {
  const { stage } = await openPage('<view></view>', '', {
    files: {
      'app.js': 'App({ log: [] })',
      'pages/two/two.json': '{}',
      'pages/two/two.wxml': '<view></view>',
      'pages/two/two.js': `const note = (line) => () => getApp().log.push(line)
        Component({ lifetimes: { created: note('created'), attached: note('attached'), ready: note('ready'), detached: note('detached') },
          pageLifetimes: { show: note('show'), hide: note('hide') },
          methods: { onLoad: note('onLoad'), onShow: note('onShow'), onReady: note('onReady'), onHide: note('onHide'), onUnload: note('onUnload') } })`,
    },
  });
  await stage.open('pages/two/two');
  await stage.hide();
  await stage.show();
  await stage.back();
  expect(stage.app.log).toEqual(
    'created attached onLoad onShow show ready onReady onHide hide onShow show onUnload detached'.split(' '),
  );
});

describe('fields of Page() that are not functions', () => {
  it('reach the definitionFilter of its behaviors, and become fields of the instance', async () => {
    const { page } = await openPage(
      '<view class="sum">{{sum}}</view><button bindtap="add">加</button>',
      `behaviors: [require('../../computed')], data: { a: 1, b: 2 }, computed: { sum: ({ a, b }) => a + b }, extra: [1],
       add() { this.setData({ a: 5 }) }`,
      {
        files: {
          // Same technique as miniprogram-computed and mobx-miniprogram-bindings.
          'computed.js': `module.exports = Behavior({
            created() { this.early = this.extra.length },
            definitionFilter(definition) {
              const { sum } = definition.computed;
              definition.data = { ...definition.data, sum: sum(definition.data) };
              definition.observers = { ...definition.observers, 'a, b'() { this.setData({ sum: sum(this.data) }) } };
              definition.methods.filtered = () => 'filtered';
            },
          })`,
        },
      },
    );
    expect(page.find('.sum').text()).toBe('3');
    await page.tap('button');
    expect(page.find('.sum').text()).toBe('7');
    expect(page.instance.extra).toEqual([1]);
    expect((page.instance.filtered as () => string)()).toBe('filtered');
  });

  it('fields with names that the engine uses are allowed', async () => {
    const { page } = await openPage(
      '<view>{{n}}</view>',
      "data: { n: 1 }, id: 'a', is: 'b', template: '<text/>', path: 5, methods: 3",
    );
    expect(page.text()).toBe('1');
    expect(page.instance).toMatchObject({ template: '<text/>', path: 5, methods: 3 });
  });
});
