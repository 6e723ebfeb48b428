/** Files: temporary files, saved files, and FileSystemManager. */
import { AGREED, ask, phoneAt, press, type TestPhone, testPhone } from './support/phone';

type Manager = Record<string, (...args: unknown[]) => unknown>;

const USER = 'wxfile://usr';
const PICTURE = { bytes: Uint8Array.from([1, 2, 3, 4]), type: 'image/png' };

const managerOf = (test: TestPhone) => test.wx.getFileSystemManager() as unknown as Manager;

/** Calls an API of FileSystemManager with callbacks. Returns the recorded callbacks. */
const call = (test: TestPhone, api: string, option: object) =>
  ask(test, (callbacks) => managerOf(test)[api]?.({ ...option, ...callbacks }));

/** Calls an API of `wx` with callbacks. Returns the recorded callbacks. */
const callWx = (test: TestPhone, api: string, option: object = {}) =>
  ask(test, (callbacks) => (test.wx as unknown as Manager)[api]?.({ ...option, ...callbacks }));

/** Chooses a picture as the user. Returns its path. */
async function choosePicture(test: TestPhone): Promise<string> {
  const events = await press(test, 'chooseAvatar');
  test.phone.screen.get('avatar').usePicture(PICTURE);
  await test.phone.settle();
  return String(events[0]?.detail.avatarUrl);
}

const textOf = (test: TestPhone, path: string) => managerOf(test).readFileSync?.(path, 'utf8');

test('a temporary file is valid only in the process that received it [page framework/ability/file-system.html]', async () => {
  const test = testPhone(AGREED);
  const picture = await choosePicture(test);
  const upload = { url: 'https://api.test/', filePath: picture, name: 'avatar' };
  expect((await callWx(test, 'uploadFile', upload)).order[0]).toBe('success');
  test.phone.kill();
  expect(test.phone.files).toEqual([]);
  expect((await callWx(test, 'uploadFile', upload)).order[0]).toBe('fail');
  expect((await call(test, 'access', { path: picture })).result.errMsg).toBe(
    `access:fail no such file or directory ${picture}`,
  );
});

test('every temporary file has a unique path, also across processes [choice]', async () => {
  const test = testPhone(AGREED);
  const first = await choosePicture(test);
  test.phone.kill();
  expect(await choosePicture(test)).not.toBe(first);
});

test('saveFile keeps a temporary file after the end of the process; the temporary path becomes invalid [typings 17673; FileSystemManager.saveFile]', async () => {
  for (const save of [call, callWx]) {
    const test = testPhone(AGREED);
    const picture = await choosePicture(test);
    const { result } = await save(test, 'saveFile', { tempFilePath: picture });
    const saved = String(result.savedFilePath);
    expect(test.phone.files).toEqual([saved]);
    test.phone.kill();
    expect(test.phone.file(saved)).toMatchObject(PICTURE);
    const upload = { url: 'https://api.test/', filePath: saved, name: 'avatar' };
    expect((await callWx(test, 'uploadFile', upload)).order[0]).toBe('success');
  }
});

test('saveFile with filePath stores the file at that path [typings 11327; SaveFileOption.filePath]', async () => {
  const test = testPhone(AGREED);
  const [picture, filePath] = [await choosePicture(test), `${USER}/avatar.png`];
  const { result } = await call(test, 'saveFile', { tempFilePath: picture, filePath });
  expect(result).toEqual({ savedFilePath: filePath, errMsg: 'saveFile:ok' });
  expect(test.phone.files).toEqual([filePath]);
});

test('saved files can be listed with size and time in seconds, described one by one, and removed [page api/file/wx.getSavedFileList.html]', async () => {
  const test = testPhone(AGREED);
  const picture = await choosePicture(test);
  const createTime = Math.floor(test.clock.now() / 1000);
  const saved = (await callWx(test, 'saveFile', { tempFilePath: picture })).result.savedFilePath;
  const list = async () => (await callWx(test, 'getSavedFileList')).result.fileList;
  expect(await list()).toEqual([{ filePath: saved, size: 4, createTime }]);
  expect((await callWx(test, 'getSavedFileInfo', { filePath: saved })).result).toEqual({
    size: 4,
    createTime,
    errMsg: 'getSavedFileInfo:ok',
  });
  await callWx(test, 'removeSavedFile', { filePath: saved });
  expect(await list()).toEqual([]);
  expect((await callWx(test, 'removeSavedFile', { filePath: saved })).result.errMsg).toBe(
    'removeSavedFile:fail file not exist',
  );
});

test('getFileInfo returns size and digest; the default algorithm is md5 [typings 5893; GetFileInfoOption.digestAlgorithm]', async () => {
  const test = testPhone(AGREED);
  const filePath = await choosePicture(test);
  const digests: Record<string, string> = {
    md5: '08d6c05a21512a79a1dfeb9d2a8f262f',
    sha1: '12dada1fff4d4787ade3333147202c3b443e376f',
  };
  for (const [digestAlgorithm, digest] of Object.entries(digests)) {
    const { result } = await callWx(test, 'getFileInfo', { filePath, digestAlgorithm });
    expect(result).toEqual({ size: 4, digest, errMsg: 'getFileInfo:ok' });
  }
  expect((await callWx(test, 'getFileInfo', { filePath })).result.digest).toBe(digests.md5);
});

test('a file below USER_DATA_PATH stays after the end of the process, until the mini-program is deleted [page framework/ability/file-system.html]', () => {
  const test = testPhone();
  const path = `${test.wx.env.USER_DATA_PATH}/note.txt`;
  managerOf(test).writeFileSync?.(path, '龙井', 'utf8');
  test.phone.kill();
  expect(managerOf({ ...test, wx: test.phone.wx }).readFileSync?.(path, 'utf8')).toBe('龙井');
  test.phone.uninstall();
  expect(test.phone.files).toEqual([]);
});

test('FileSystemManager has callbacks and synchronous forms, but no promises [page api/file/FileSystemManager.writeFile.html]', async () => {
  const test = testPhone();
  const filePath = `${USER}/a.txt`;
  expect(managerOf(test).writeFile?.({ filePath, data: 'a' })).toBeUndefined();
  await test.phone.settle();
  expect((await call(test, 'readFile', { filePath, encoding: 'utf8' })).result).toEqual({
    data: 'a',
    errMsg: 'readFile:ok',
  });
});

test('readFile returns an ArrayBuffer without an encoding, and a text with one [typings 10228; ReadFileOption.encoding]', () => {
  const test = testPhone();
  const manager = managerOf(test);
  const path = `${USER}/a`;
  manager.writeFileSync?.(path, '茶', 'utf8');
  const buffer = manager.readFileSync?.(path) as ArrayBuffer;
  expect(Object.prototype.toString.call(buffer)).toBe('[object ArrayBuffer]');
  const bytes = [0xe8, 0x8c, 0xb6];
  expect([...new Uint8Array(buffer)]).toEqual(bytes);
  const texts: Record<string, string> = {
    utf8: '茶',
    'utf-8': '茶',
    base64: '6Iy2',
    hex: 'e88cb6',
    binary: String.fromCharCode(...bytes),
    latin1: String.fromCharCode(...bytes),
  };
  for (const [encoding, text] of Object.entries(texts)) {
    expect(manager.readFileSync?.(path, encoding)).toBe(text);
    manager.writeFileSync?.(`${USER}/b`, text, encoding);
    expect(test.phone.file(`${USER}/b`)?.bytes).toEqual(Uint8Array.from(bytes));
  }
  manager.writeFileSync?.(path, '茶', 'utf16le');
  expect(manager.readFileSync?.(path, 'hex')).toBe('3683');
  expect(manager.readFileSync?.(path, 'ucs2')).toBe('茶');
  manager.writeFileSync?.(path, Uint8Array.from([7, 8]).buffer);
  expect(manager.readFileSync?.(path, 'hex')).toBe('0708');
});

test('readFile takes position and length; out of range they fail with 1301009 and 1301006 [typings 10247; ReadFileOption.length]', async () => {
  const test = testPhone();
  const filePath = `${USER}/a`;
  managerOf(test).writeFileSync?.(filePath, '0123456789');
  const read = async (position?: number, length?: number) =>
    (await call(test, 'readFile', { filePath, encoding: 'utf8', position, length })).result;
  expect((await read(3, 4)).data).toBe('3456');
  expect((await read(8)).data).toBe('89');
  expect(await read(10)).toMatchObject({ errno: 1301009, errMsg: expect.stringContaining('position') });
  expect(await read(8, 3)).toMatchObject({ errno: 1301006, errMsg: expect.stringContaining('length') });
});

test('files can be appended to, truncated, copied, renamed and deleted [typings 16820; FileSystemManager]', () => {
  const test = testPhone();
  const manager = managerOf(test);
  const [a, b, c] = ['a', 'b', 'c'].map((name) => `${USER}/${name}.txt`) as [string, string, string];
  manager.writeFileSync?.(a, 'one');
  manager.appendFileSync?.(a, ' two');
  manager.copyFileSync?.(a, b);
  manager.truncateSync?.({ filePath: a, length: 3 });
  manager.renameSync?.(a, c);
  expect([textOf(test, b), textOf(test, c)]).toEqual(['one two', 'one']);
  manager.unlinkSync?.(b);
  expect(test.phone.files).toEqual([c]);
});

test('folders can be created, listed, described and removed; with recursive also with their content [typings 16820; FileSystemManager]', () => {
  const test = testPhone();
  const manager = managerOf(test);
  manager.mkdirSync?.(`${USER}/tea/green`, true);
  manager.writeFileSync?.(`${USER}/tea/green/longjing.txt`, '龙井');
  expect(manager.readdirSync?.(`${USER}/tea`)).toEqual(['green']);
  type Stats = { isDirectory(): boolean; isFile(): boolean; size: number };
  const folder = manager.statSync?.(`${USER}/tea`) as Stats;
  expect(folder.isDirectory()).toBe(true);
  const all = manager.statSync?.(`${USER}/tea`, true) as { path: string; stats: Stats }[];
  expect(all.map(({ path, stats }) => [path, stats.isFile(), stats.size])).toEqual([
    ['/', false, 0],
    ['/green', false, 0],
    ['/green/longjing.txt', true, 6],
  ]);
  manager.renameSync?.(`${USER}/tea`, `${USER}/cha`);
  expect(test.phone.files).toEqual([`${USER}/cha/green/longjing.txt`]);
  manager.rmdirSync?.(`${USER}/cha`, true);
  expect(manager.readdirSync?.(USER)).toEqual([]);
});

/** API, options, failure text and error number. `${USER}/d` is a folder that contains a file `f`. */
const FAILURES: readonly [api: string, option: Record<string, unknown>, reason: string, errno: number][] = [
  ['access', { path: `${USER}/x` }, `no such file or directory ${USER}/x`, 1300002],
  ['readFile', { filePath: `${USER}/x` }, `no such file or directory, open ${USER}/x`, 1300002],
  ['readFile', { filePath: `${USER}/d` }, `illegal operation on a directory, open "${USER}/d"`, 1301003],
  [
    'writeFile',
    { filePath: `${USER}/x/y`, data: '' },
    `no such file or directory, open ${USER}/x/y`,
    1300002,
  ],
  [
    'writeFile',
    { filePath: `${USER}/d`, data: '' },
    `illegal operation on a directory, open "${USER}/d"`,
    1301003,
  ],
  ['writeFile', { filePath: `${USER}/d/f/y`, data: '' }, `not a directory ${USER}/d/f`, 1300020],
  [
    'writeFile',
    { filePath: 'wxfile://tmp_1.txt', data: '' },
    'permission denied, open wxfile://tmp_1.txt',
    1300013,
  ],
  ['writeFile', { filePath: 'images/a.png', data: '' }, 'permission denied, open images/a.png', 1300013],
  [
    'writeFile',
    { filePath: `${USER}/x`, data: 'data:a', encoding: 'base64' },
    'base64 encode error',
    1300203,
  ],
  ['appendFile', { filePath: `${USER}/x`, data: '' }, `no such file or directory, open ${USER}/x`, 1300002],
  [
    'copyFile',
    { srcPath: `${USER}/x`, destPath: `${USER}/y` },
    `no such file or directory, copyFile ${USER}/x -> ${USER}/y`,
    1300002,
  ],
  [
    'copyFile',
    { srcPath: `${USER}/d/f`, destPath: 'wxfile://store_1' },
    `permission denied, copyFile ${USER}/d/f -> wxfile://store_1`,
    1300013,
  ],
  [
    'rename',
    { oldPath: `${USER}/x`, newPath: `${USER}/y` },
    `no such file or directory, rename ${USER}/x -> ${USER}/y`,
    1300002,
  ],
  ['unlink', { filePath: `${USER}/x` }, `no such file or directory ${USER}/x`, 1300002],
  ['unlink', { filePath: `${USER}/d` }, `operation not permitted, unlink ${USER}/d`, 1300001],
  ['mkdir', { dirPath: `${USER}/d` }, `file already exists ${USER}/d`, 1301005],
  ['mkdir', { dirPath: `${USER}/x/y` }, `no such file or directory ${USER}/x/y`, 1300002],
  ['rmdir', { dirPath: `${USER}/d` }, 'directory not empty', 1300066],
  ['rmdir', { dirPath: `${USER}/x` }, `no such file or directory ${USER}/x`, 1300002],
  ['readdir', { dirPath: `${USER}/x` }, `no such file or directory ${USER}/x`, 1300002],
  ['readdir', { dirPath: `${USER}/d/f` }, `not a directory ${USER}/d/f`, 1300020],
  ['readdir', { dirPath: 'wxfile://' }, 'permission denied, open wxfile://', 1301000],
  ['stat', { path: `${USER}/x` }, `no such file or directory ${USER}/x`, 1300002],
  ['saveFile', { tempFilePath: 'wxfile://tmp_9' }, 'tempFilePath file not exist', 1301112],
  ['getFileInfo', { filePath: `${USER}/x` }, 'file not exist', 1300002],
];

test('each API fails with the error numbers of the typings, and with the texts of the older typings (2.x) [typings 16760; FileError]', async () => {
  const test = testPhone();
  managerOf(test).mkdirSync?.(`${USER}/d`);
  managerOf(test).writeFileSync?.(`${USER}/d/f`, 'f');
  for (const [api, option, reason, errno] of FAILURES) {
    const { order, result } = await call(test, api, option);
    expect([api, option, order, result]).toEqual([
      api,
      option,
      ['fail', 'complete'],
      { errMsg: `${api}:fail ${reason}`, errno, errCode: errno },
    ]);
  }
});

test('the synchronous form throws the same errors [typings 16821; FileSystemManager]', () => {
  const manager = managerOf(testPhone());
  let thrown: unknown;
  try {
    manager.readFileSync?.(`${USER}/x`);
  } catch (error) {
    thrown = error;
  }
  const errMsg = `readFileSync:fail no such file or directory, open ${USER}/x`;
  expect(thrown).toMatchObject({ message: errMsg, errMsg, errno: 1300002, errCode: 1300002 });
});

test('an error has its number as errno, as on devices, and as errCode, as in the typings [choice]', async () => {
  const old = phoneAt('2.23.0');
  expect((await call(old, 'access', { path: `${USER}/x` })).result).toEqual({
    errMsg: `access:fail no such file or directory ${USER}/x`,
    errCode: 1300002,
  });
});

test('temporary and saved files are read-only [page framework/ability/file-system.html]', async () => {
  const test = testPhone(AGREED);
  const picture = await choosePicture(test);
  for (const [api, option] of [
    ['writeFile', { filePath: picture, data: '' }],
    ['appendFile', { filePath: picture, data: '' }],
    ['unlink', { filePath: picture }],
    ['rename', { oldPath: picture, newPath: `${USER}/a.png` }],
  ] as const) {
    expect((await call(test, api, option)).result).toMatchObject({ errno: 1300013 });
  }
  await call(test, 'copyFile', { srcPath: picture, destPath: `${USER}/a.png` });
  expect(test.phone.file(`${USER}/a.png`)).toMatchObject(PICTURE);
});

test('saved files and user files together have at most 200 MB [page framework/ability/file-system.html]', async () => {
  const test = testPhone();
  const half = new ArrayBuffer(100 * 1024 * 1024);
  managerOf(test).writeFileSync?.(`${USER}/a`, half);
  managerOf(test).writeFileSync?.(`${USER}/b`, half);
  const full = {
    errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded',
    errno: 1300202,
  };
  const more = { filePath: `${USER}/c`, data: 'c' };
  expect((await call(test, 'writeFile', more)).result).toMatchObject(full);
  managerOf(test).renameSync?.(`${USER}/b`, `${USER}/d`);
  managerOf(test).unlinkSync?.(`${USER}/d`);
  expect((await call(test, 'writeFile', more)).order[0]).toBe('success');
});

test('readFile reads a file of at most 100 MB [typings 17401; FileSystemManager.readFile]', async () => {
  const test = testPhone();
  const filePath = `${USER}/a`;
  managerOf(test).writeFileSync?.(filePath, new ArrayBuffer(100 * 1024 * 1024 + 1));
  expect((await call(test, 'readFile', { filePath })).result).toMatchObject({ errno: 1300202 });
});

test('a download into a missing folder, or outside the mini-program’s own folders, fails [page framework/ability/file-system.html]', async () => {
  const test = testPhone({}, () => new Response('a'));
  const reasons: unknown[] = [];
  for (const filePath of [`${USER}/none/a.txt`, 'wxfile://store_a.txt']) {
    reasons.push((await callWx(test, 'downloadFile', { url: 'https://api.test/', filePath })).result.errMsg);
  }
  expect(reasons).toEqual([
    `downloadFile:fail no such file or directory, open ${USER}/none/a.txt`,
    'downloadFile:fail permission denied, open wxfile://store_a.txt',
  ]);
});

test('`.` and `..` in a path are resolved as usual; a relative path of the package does not exist [page framework/ability/file-system.html]', () => {
  const test = testPhone();
  const manager = managerOf(test);
  manager.writeFileSync?.(`${USER}/a/../b.txt`, 'b');
  expect(test.phone.files).toEqual([`${USER}/b.txt`]);
  expect(() => manager.accessSync?.('./images/a.png')).toThrow('no such file or directory');
  expect(() => manager.writeFileSync?.(`${USER}/../store_a`, 'a')).toThrow('permission denied');
});

test('wx.saveFile and the older file APIs exist although the typings no longer list them; canIUse returns true for them [page api/file/wx.saveFile.html]', () => {
  const { wx } = testPhone();
  for (const name of ['saveFile', 'getSavedFileList', 'getSavedFileInfo', 'removeSavedFile', 'getFileInfo']) {
    expect(wx).toHaveProperty(name, expect.any(Function));
    expect(wx.canIUse(name)).toBe(true);
  }
});
