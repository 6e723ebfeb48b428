/** Files of the phone and of the package, used by a mini-program on the stage. */
import { testPhone } from '../simulator/support/phone';
import { openPage, stageOf, writeApp } from './support/app';

it('a stored temporary path is invalid after a relaunch; a saved one is valid', async () => {
  const { page, phone, stage } = await openPage(
    '<button open-type="chooseAvatar" bind:chooseavatar="keep">选</button>',
    `keep({ detail }) {
      wx.setStorageSync('temporary', detail.avatarUrl);
      const fs = wx.getFileSystemManager();
      fs.copyFileSync(detail.avatarUrl, wx.env.USER_DATA_PATH + '/avatar.png');
    }`,
    { phone: { privacy: { needAuthorization: false } } },
  );
  await page.tap({ text: '选' });
  phone.screen.get('avatar').useWechat();
  await stage.settle();
  await stage.relaunch();
  const upload = (filePath: string) =>
    new Promise((resolve) => {
      const done = ({ errMsg }: { errMsg: string }) => resolve(errMsg);
      phone.wx.uploadFile({ url: 'https://a.test/', filePath, name: 'f', success: done, fail: done });
    });
  expect(await upload(phone.wx.getStorageSync('temporary'))).toMatch(/^uploadFile:fail file not found/);
  expect(await upload('wxfile://usr/avatar.png')).toBe('uploadFile:ok');
});

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
