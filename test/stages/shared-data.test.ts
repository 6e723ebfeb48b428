/** Data with a reference to itself, or many references to one object: endless as text, small as objects. */
import type { Case } from './support/case';
import { materialise, removeFolders } from './support/folder';
import { headlessDriver } from './support/headless';
import { previewDriver } from './support/preview';

afterAll(removeFolders);

const SHARED: Case = {
  title: 'shared references',
  source: 'https://github.com/wechat-miniprogram/glass-easel',
  files: {
    'page.wxml': '<view>{{n}} {{tree.left.right.left.depth}} {{self.self.self.n}}</view>',
    'page.js': `Page({ data: { n: 0 }, onLoad() {
      let tree = { depth: 0 };
      for (let depth = 1; depth <= 40; depth += 1) tree = { depth, left: tree, right: tree };
      const self = { n: 'me' };
      self.self = self;
      this.setData({ n: 1, tree, self });
    } });`,
  },
};

/** The same in the static data of the definition. */
const STATIC: Case = {
  ...SHARED,
  files: {
    'page.wxml': '<view>{{n}} {{tree.left.right.left.depth}} {{self.self.self.n}}</view>',
    'page.js': `let tree = { depth: 0 };
    for (let depth = 1; depth <= 40; depth += 1) tree = { depth, left: tree, right: tree };
    const self = { n: 'me' };
    self.self = self;
    Page({ data: { n: 1, tree, self } });`,
  },
};

test.each([
  ['headless', 'set data', headlessDriver, SHARED],
  ['preview', 'set data', previewDriver, SHARED],
  ['headless', 'static data', headlessDriver, STATIC],
  ['preview', 'static data', previewDriver, STATIC],
] as const)('%s renders %s and continues', async (_name, _what, driverOf, one) => {
  const driver = await driverOf(one, materialise(one, undefined));
  await driver.open('pages/page/page', {});
  expect(driver.text()).toBe('1 37 me');
  expect(driver.errors).toEqual([]);
  driver.close();
});
