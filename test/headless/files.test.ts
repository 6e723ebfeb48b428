/** Files of the mini-program's package on the stage. */
import { testPhone } from '../simulator/support/phone';
import { stageOf, writeApp } from './support/app';

it('files of the package can be read, files outside it cannot', async () => {
  const root = writeApp({
    'pages/one/one.wxml': '<view/>',
    'pages/one/one.js': 'Page({})',
    'data/teas.json': '["龙井"]',
  });
  const { stage, phone } = stageOf(root);
  await stage.open('pages/one/one');
  const manager = phone.wx.getFileSystemManager();
  expect(manager.readFileSync('/data/teas.json', 'utf8')).toBe('["龙井"]');
  expect(manager.readFileSync('data/teas.json', 'utf8')).toBe('["龙井"]');
  expect(() => manager.readFileSync('/../../etc/hosts', 'utf8')).toThrow('no such file or directory');
  expect(() => manager.writeFileSync('/data/teas.json', '', 'utf8')).toThrow('permission denied');
});

it('without a stage that can read them they are missing, which is reported once', () => {
  const { wx, reports } = testPhone();
  for (let times = 0; times < 2; times += 1) {
    expect(() => wx.getFileSystemManager().accessSync('/data/teas.json')).toThrow('no such file');
  }
  expect(reports).toEqual([expect.stringContaining('package cannot be read on this stage')]);
});
