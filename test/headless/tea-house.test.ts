/**
 * A typical mini-program in JavaScript, given as its project's folder: a custom tab bar, a sub-package, components from
 * several places, behaviors, wxs, an npm package, an alias, a page written with Component().
 */
import { stageOf } from './support/app';

const PROJECT = 'test/fixtures/apps/tea-house';

it('the user chooses tea, orders and pays', async () => {
  const { stage, reports } = stageOf(PROJECT);
  const menu = await stage.open('pages/menu/menu');
  expect(menu.title).toBe('茶馆');
  expect(menu.text()).toBe('绿茶¥18.00\n－\n0\n＋\n红茶¥22.50\n－\n0\n＋\n茶单\n购物车');

  const green = menu.find('.row-green');
  await green.find('.more').tap();
  await green.find('.more').tap();
  await menu.find('.row-black .more').tap();
  expect(green.find('.count').text()).toBe('2');
  expect(menu.find('.bar').text()).toBe('茶单\n购物车(3)');

  await menu.tap('.tab:nth-child(2)');
  const cart = stage.page;
  expect(cart.title).toBe('购物车');
  expect(cart.find('.tab.on').text()).toBe('购物车(3)');
  await cart.input('input', '少糖');
  expect(cart.find('.note').text()).toBe('少糖');
  await cart.tap({ text: '下单' });

  expect(stage.page.route).toBe('orders/list/list');
  expect(stage.page.find('.order').text()).toBe('少糖 5850');
  await stage.page.tap('button');
  expect(stage.page).toBe(cart);
  expect(cart.find('.note').text()).toBe('已付 1');
  expect(stage.app.errors).toEqual([]);
  expect(reports).toEqual([]);
});

it('equal buttons are found by their index, as test/browser/any-program.test.ts records them', async () => {
  const { stage } = stageOf(PROJECT);
  const menu = await stage.open('pages/menu/menu');
  await menu.tap({ text: '＋', nth: 0 });
  await menu.tap({ text: '＋', nth: 0 });
  await menu.tap({ text: '＋', nth: 1 });
  await menu.tap({ text: '购物车(3)' });
  expect(stage.page.text()).toContain('合计 ¥58.50');
  await expect(menu.tap({ text: '＋', nth: 2 })).rejects.toThrow('cannot be touched');
  await stage.page.tap({ text: '茶单' });
  await expect(stage.page.tap({ text: '＋', nth: 2 })).rejects.toThrow(
    'nothing matches the text "＋" at place 2, counted from 0',
  );
  expect(stage.page.findAll({ selector: '.count', nth: 1 }).map((one) => one.text())).toEqual(['1']);
});

it('an empty cart shows a text; a disabled button cannot be tapped', async () => {
  const { stage } = stageOf(PROJECT);
  const cart = await stage.open('pages/cart/cart');
  expect(cart.text()).toBe('还没有茶\n茶单\n购物车');
  await cart.tap({ text: '茶单' });
  await expect(stage.page.tap('.row-green .less')).rejects.toThrow('is disabled');
});

it('renders its own tab bar: the phone has none to tap', async () => {
  const { stage } = stageOf(PROJECT);
  await stage.open('pages/menu/menu');
  await expect(stage.tapTab('购物车')).rejects.toThrow('This mini-program has a custom tab bar');
});
