/** Pages with behaviors, and pages written with `Component()`. */
import { openPage } from './support/app';

describe('page behaviors', () => {
  it('bring data, methods and fields; the page’s own win; lifetimes run before onLoad', async () => {
    const { page } = await openPage(
      '<button bindtap="both">{{own}} {{shared}}</button>',
      `behaviors: [require('../../shared')], data: { own: 'page' }, list: [1],
       onLoad() { this.order.push('load') }, mine() { return 'page' }`,
      {
        files: {
          'shared.js': `module.exports = Behavior({ data: { own: 'behavior', shared: 'both' },
            lifetimes: { created() { this.order = ['created'] }, attached() { this.order.push('attached') } },
            methods: { both() { this.setData({ said: this.mine() }) }, mine() { return 'behavior' } } })`,
        },
      },
    );
    expect(page.text()).toBe('page both');
    await page.tap('button');
    expect(page.data.said).toBe('page');
    expect(page.instance).toMatchObject({ order: ['created', 'attached', 'load'], list: [1] });
  });
});

it('a page written with Component() lives in this order', async () => {
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
