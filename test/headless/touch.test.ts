/** Taps of a user: the tap gesture, `open-type` buttons, events. */
import { openPage, stageOf } from './support/app';

const VISITOR = 'test/fixtures/apps/visitor';

async function visitor(era: 'button' | 'profile' = 'profile') {
  const run = stageOf(VISITOR, { era });
  return { ...run, page: await run.stage.open('pages/home/home') };
}

describe('a tap', () => {
  it('has the gesture: getUserProfile opens its sheet, and the page shows the name', async () => {
    const { page, phone, stage } = await visitor();
    expect(page.find('.hello').visible).toBe(false);
    await page.tap({ text: '获取资料' });
    phone.screen.get('authorize').allow();
    await stage.settle();
    expect(page.find('.hello').visible).toBe(true);
    expect(page.has('你好，林小满!')).toBe(true);
  });

  it('on an open-type button: sheet, then the button’s event', async () => {
    const { page, phone, stage } = await visitor('button');
    await page.tap('button[open-type=getUserInfo]');
    phone.screen.get('authorize').deny();
    await stage.settle();
    expect(page.has('没有同意')).toBe(true);
    await page.tap('.user-info');
    phone.screen.get('authorize').allow();
    await stage.settle();
    expect(page.has('没有同意')).toBe(false);
    expect(page.data.name).toBe('林小满');
  });

  it('bubbles from the touched element; catch stops it, capture comes first, mut-bind only once', async () => {
    const { page } = await openPage(
      `<view capture-bind:tap="note" data-on="outer capture" bindtap="note2">
        <view catchtap="note" data-on="wall"><view class="behind" bindtap="note" data-on="behind"></view></view>
        <view class="free" mut-bind:tap="note" data-on="free"></view>
      </view>`,
      `data: { seen: [] },
       note(e) { this.setData({ seen: [...this.data.seen, e.currentTarget.dataset.on] }) },
       note2() { this.setData({ seen: [...this.data.seen, 'outer'] }) }`,
    );
    await page.tap('.behind');
    expect(page.data.seen).toEqual(['outer capture', 'behind', 'wall']);
    await page.tap('.free');
    expect(page.data.seen).toEqual(['outer capture', 'behind', 'wall', 'outer capture', 'free', 'outer']);
  });

  it('passes target, currentTarget, dataset and id to the handler', async () => {
    const { page } = await openPage(
      `<view id="outer" data-user-name="lin" bindtap="see"><text id="inner" data-n="{{7}}">字</text></view>`,
      `see({ type, target, currentTarget }) {
        this.setData({ type, target: { id: target.id, ...target.dataset }, current: { id: currentTarget.id, ...currentTarget.dataset } })
      }`,
    );
    await page.tap({ text: '字' });
    expect(page.data).toEqual({
      type: 'tap',
      target: { id: 'inner', n: 7 },
      current: { id: 'outer', userName: 'lin' },
    });
  });

  it('reaches a component, whose event reaches the page', async () => {
    const { page, stage } = await visitor();
    await page.tap('badge .badge');
    expect(page.find('badge').text()).toBe('徽章 1');
    expect(stage.app.log).toContain('badge 徽章');
  });

  it('by text taps the one element with a handler', async () => {
    const { page } = await openPage(
      `<view class="title">登录</view><button bindtap="go">登录</button>`,
      `data: { went: false }, go() { this.setData({ went: true }) }`,
    );
    await page.tap({ text: '登录' });
    expect(page.data.went).toBe(true);
  });

  it.each([
    [
      'disabled',
      '<button class="a" disabled="{{true}}" bindtap="go">去</button>',
      /<button class="a" disabled> "去" is disabled/,
    ],
    [
      'hidden',
      '<button class="a" hidden bindtap="go">去</button>',
      /<button class="a" hidden> "去" is hidden/,
    ],
    [
      'inside a hidden element',
      '<view hidden="{{true}}"><button class="a" bindtap="go">去</button></view>',
      /is hidden: it cannot be touched/,
    ],
    [
      'inside a disabled button',
      '<button disabled><text class="a">去</text></button>',
      /is disabled: a tap does nothing/,
    ],
  ])('refuses what is %s', async (_name, wxml, message) => {
    const { page } = await openPage(wxml, 'go() {}');
    await expect(page.tap('.a')).rejects.toThrow(message);
  });

  it('refuses elements behind a dialog until it is answered; a toast does not block', async () => {
    const { page, phone, wx } = await openPage(
      '<button bindtap="go">去</button>',
      'go() { this.setData({ went: 1 }) }',
    );
    wx.showModal({ title: '提示', complete() {} });
    await phone.settle();
    await expect(page.tap('button')).rejects.toThrow(
      /is behind the modal that the phone shows: answer that first/,
    );
    phone.screen.get('modal').confirm();
    wx.showToast({ title: '好', complete() {} });
    await phone.settle();
    await page.tap('button');
    expect(page.data.went).toBe(1);
  });

  it('refuses a page that is not on top', async () => {
    const { page, stage } = await visitor();
    await page.tap('.about');
    await expect(page.tap('.count')).rejects.toThrow(
      'pages/home/home cannot be touched: pages/about/about is on top.',
    );
    await stage.back();
    await page.tap('.count');
  });

  it('does not settle with settle: false', async () => {
    const { page, phone, stage } = await visitor();
    await page.tap('.profile', { settle: false });
    expect(phone.screen.items).toEqual([]);
    await stage.settle();
    expect(phone.screen.find('authorize')).toBeDefined();
  });
});

it('fires a component’s own events', async () => {
  const { page } = await openPage(
    '<view bindload="wrong"><image class="pic" binderror="broken" bindload="loaded"></image></view>',
    `data: { seen: [] },
     broken({ detail }) { this.setData({ seen: [...this.data.seen, detail.errMsg] }) },
     loaded() { this.setData({ seen: [...this.data.seen, 'loaded'] }) },
     wrong() { this.setData({ seen: ['bubbled'] }) }`,
  );
  await page.fire('.pic', 'error', { errMsg: 'GET 404' });
  await page.find('.pic').fire('load');
  expect(page.data.seen).toEqual(['GET 404', 'loaded']);
});

describe('elements', () => {
  it('have readable properties', async () => {
    const { page } = await openPage(
      `<button id="b" class="one two" open-type="share" data-x="1" aria-label="分享" plain="{{true}}" size="mini" disabled="{{off}}">分享</button>`,
      'data: { off: false }',
    );
    const button = page.find('#b');
    expect(button).toMatchObject({
      tag: 'button',
      classes: ['one', 'two'],
      dataset: { x: '1' },
      disabled: false,
    });
    expect(button.attribute('plain')).toBe(true);
    expect(button.attribute('none')).toBeUndefined();
    page.instance.setData({ off: true });
    expect(page.find('button').disabled).toBe(true);
    expect(page.find('button').dom.hasAttribute('disabled')).toBe(true);
    expect(page.dom.querySelector('[aria-label="分享"]')?.getAttribute('open-type')).toBe('share');
  });

  it('are found inside each other', async () => {
    const { page } = await openPage(
      '<view class="a"><text>一</text></view><view class="b"><text>二</text></view>',
    );
    expect(page.findAll('text')).toHaveLength(2);
    expect(page.find('.b').find('text').text()).toBe('二');
    expect(page.find('.a').findAll({ text: '二' })).toEqual([]);
    await page.find('.a').tap();
  });
});
