import { launch } from 'miniprogram-phone';
import { expect, test } from 'vitest';
import { heading } from './miniprogram/utils/heading';

test('no server', async () => {
  const { stage } = await launch('down');
  const list = await stage.open('pages/list/list');
  expect(list.has('加载失败')).toBe(true);
});

test('goods', async () => {
  const { stage } = await launch();
  const list = await stage.open('pages/list/list');
  expect(list.text()).toContain('小店\n茶\n杯');
});

test('a script of the mini-program can be imported', () => {
  expect(heading({ name: '茶馆' })).toBe('茶馆');
});

test('a stack names the line of the source', async () => {
  const { stage } = await launch();
  const list = await stage.open('pages/list/list');
  const error = (await list.tap('button').catch((reason: unknown) => reason)) as Error;
  expect(error.stack).toMatch(/list\.ts:17:11/);
});
