/** wx.uploadFile and wx.downloadFile, and requests on a slow network. */
import { turn } from '../../simulator/phone/turns';
import { AGREED, ask, press, type TestPhone, testPhone } from './support/phone';

const URL_OF = 'https://api.test/file';
const PICTURE = { bytes: new Uint8Array([1, 2, 3, 4]), type: 'image/png' };

/** A phone with a chosen picture, and the picture's path. */
async function withPicture(answer?: Parameters<typeof testPhone>[1]) {
  const test = testPhone(AGREED, answer);
  const events = await press(test, 'chooseAvatar');
  test.phone.screen.get('avatar').usePicture(PICTURE);
  await test.phone.settle();
  return { test, filePath: String(events[0]?.detail.avatarUrl) };
}

const upload = (test: TestPhone, filePath: string, option: object = {}) =>
  ask(test, (callbacks) =>
    test.wx.uploadFile({ url: URL_OF, filePath, name: 'avatar', ...option, ...callbacks }),
  );

test('uploadFile posts multipart/form-data: the file under its name, the fields of formData [page api/network/upload/wx.uploadFile.html]', async () => {
  const { test, filePath } = await withPicture();
  await upload(test, filePath, { formData: { session: 's', 名: '值' } });
  const [sent] = test.received;
  expect(sent?.method).toBe('POST');
  const form = sent?.body as FormData;
  expect(form.get('session')).toBe('s');
  expect(form.get('名')).toBe('值');
  expect((form.get('avatar') as File).size).toBe(PICTURE.bytes.length);
});

test('uploadFile returns the response as text [typings 13771; UploadFileSuccessCallbackResult]', async () => {
  const { test, filePath } = await withPicture(() => new Response('{"a":1}', { status: 413 }));
  const { order, result } = await upload(test, filePath);
  expect(order[0]).toBe('success');
  expect(result).toMatchObject({ data: '{"a":1}', statusCode: 413, errMsg: 'uploadFile:ok' });
});

test('the mini-program cannot set the content-type of an upload [page api/network/upload/wx.uploadFile.html]', async () => {
  const { test, filePath } = await withPicture();
  await upload(test, filePath, { header: { 'content-type': 'text/plain', 'x-mine': 'yes' } });
  expect(test.received[0]?.headers.get('content-type')).toBeNull();
  expect(test.received[0]?.headers.get('x-mine')).toBe('yes');
});

test('onProgressUpdate receives percent and bytes, up to 100 [typings 13782; UploadTask.onProgressUpdate]', async () => {
  const { test, filePath } = await withPicture();
  const steps: number[] = [];
  const task = test.wx.uploadFile({ url: URL_OF, filePath, name: 'avatar' });
  task.onProgressUpdate(({ progress, totalBytesSent, totalBytesExpectedToSend }) => {
    expect(totalBytesSent).toBeLessThanOrEqual(totalBytesExpectedToSend);
    steps.push(progress);
  });
  await test.phone.settle();
  expect(steps.at(-1)).toBe(100);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
});

test('progress is reported in quarters, because fetch does not report it [choice]', async () => {
  const { test, filePath } = await withPicture();
  const steps: number[] = [];
  test.wx
    .uploadFile({ url: URL_OF, filePath, name: 'avatar' })
    .onProgressUpdate(({ progress }) => steps.push(progress));
  await test.phone.settle();
  expect(steps).toEqual([25, 50, 75, 100]);
});

test('for a missing file uploadFile fails before it sends a request [choice]', async () => {
  const test = testPhone();
  expect((await upload(test, 'wxfile://none')).result.errMsg).toMatch(/^uploadFile:fail file not found/);
  expect(test.received).toEqual([]);
});

test('the timeout of an upload has an effect from 2.10.0 on [typings 13767; wx.uploadFile]', async () => {
  const hang = async (sdkVersion: string) => {
    const test: TestPhone = testPhone({ ...AGREED, sdkVersion }, async () => {
      await test.clock.sleep(Number.POSITIVE_INFINITY);
      return new Response();
    });
    const started = test.clock.now();
    await ask(test, (option) => test.wx.downloadFile({ url: URL_OF, timeout: 2000, ...option }));
    return test.clock.now() - started;
  };
  expect([await hang('2.9.9'), await hang('2.10.0')]).toEqual([60_000, 2000]);
});

test('downloadFile stores the response as a temporary file [typings 4933; wx.downloadFile]', async () => {
  const test = testPhone({}, () => new Response('abc', { headers: { 'content-type': 'image/png' } }));
  const { result } = await ask(test, (option) => test.wx.downloadFile({ url: URL_OF, ...option }));
  expect(result).toMatchObject({ statusCode: 200, errMsg: 'downloadFile:ok' });
  expect(test.phone.file(String(result.tempFilePath))).toMatchObject({ type: 'image/png' });
  expect(test.phone.file(String(result.tempFilePath))?.bytes).toHaveLength(3);
});

test('downloadFile with filePath stores the file there, and returns filePath instead [typings 4925; wx.downloadFile]', async () => {
  const test = testPhone({}, () => new Response('abc'));
  const filePath = 'wxfile://usr/mine.png';
  const { result } = await ask(test, (option) => test.wx.downloadFile({ url: URL_OF, filePath, ...option }));
  expect(result.filePath).toBe(filePath);
  expect(result).not.toHaveProperty('tempFilePath');
  expect(test.phone.file(filePath)).toMatchObject({ name: 'mine.png' });
});

test('preloadAssets takes a list of pictures and fonts [typings 29914; wx.preloadAssets]', async () => {
  const test = testPhone();
  const given = async (data: unknown) =>
    (await ask(test, (option) => test.wx.preloadAssets({ data: data as never, ...option }))).result.errMsg;
  expect(await given([{ type: 'image', src: 'https://a.test/a.png' }])).toBe('preloadAssets:ok');
  expect(await given('https://a.test/a.png')).toMatch(/^preloadAssets:fail parameter error/);
  expect(test.received).toEqual([]);
});

test('on a slow network a request takes its latency and the time of its bytes, on the phone’s clock [choice]', async () => {
  const body = 'x'.repeat(5000);
  const times = async (speed: 'slow-3g' | 'fast-3g', data: string) => {
    const test = testPhone({ ...AGREED, speed }, () => new Response(body));
    const start = test.clock.now();
    const { order } = await ask(test, (option) =>
      test.wx.request({ url: URL_OF, method: 'POST', data, ...option }),
    );
    expect(order[0]).toBe('success');
    return Math.round(test.clock.now() - start);
  };
  // 2000 ms of latency, plus 5000 bytes at 50 000 bytes a second.
  expect(await times('slow-3g', '')).toBe(2100);
  expect(await times('slow-3g', 'y'.repeat(10_000))).toBe(2300);
  expect(await times('fast-3g', '')).toBe(Math.round(562.5 + 28));
});

test('a time limit ends a request that a slow network delays, before the server receives it [page api/network/request/wx.request.html]', async () => {
  const test = testPhone({ ...AGREED, speed: 'slow-3g' }, async () => {
    // A server that takes real time: the clock must not advance meanwhile.
    for (let turns = 0; turns < 50; turns += 1) await turn();
    return new Response('{}');
  });
  const start = test.clock.now();
  const { result } = await ask(test, (option) => test.wx.request({ url: URL_OF, timeout: 1000, ...option }));
  expect(result.errMsg).toBe('request:fail timeout');
  expect(test.clock.now() - start).toBe(1000);
  expect(test.received).toEqual([]);
  // The ended request must not count as delayed any more.
  test.phone.setSpeed(undefined);
  expect((await ask(test, (option) => test.wx.request({ url: URL_OF, ...option }))).order[0]).toBe('success');
  expect(test.clock.now() - start).toBe(1000);
});

test('on a slow network the progress of an upload follows the bytes that are sent [choice]', async () => {
  const { test, filePath } = await withPicture();
  const path = `${test.wx.env.USER_DATA_PATH}/large`;
  test.wx.getFileSystemManager().writeFileSync(path, new ArrayBuffer(100_000));
  expect(filePath).not.toBe(path);
  test.phone.setSpeed('slow-3g');
  const start = test.clock.now();
  const steps: [progress: number, at: number][] = [];
  const task = test.wx.uploadFile({ url: URL_OF, filePath: path, name: 'file' });
  task.onProgressUpdate(({ progress }) => steps.push([progress, test.clock.now() - start]));
  await test.phone.settle();
  expect(steps).toEqual([
    [25, 2500],
    [50, 3000],
    [75, 3500],
    [100, 4000],
  ]);
});

test('a slow network is 3g, and the mini-program is notified of the change [typings 9014; OnNetworkStatusChangeListenerResult]', async () => {
  const test = testPhone(AGREED);
  const changes: unknown[] = [];
  test.wx.onNetworkStatusChange((change) => changes.push(change));
  test.phone.setSpeed('slow-3g');
  test.phone.setSpeed('fast-3g');
  expect((await ask(test, (option) => test.wx.getNetworkType(option))).result.networkType).toBe('3g');
  test.phone.setSpeed(undefined);
  await test.phone.settle();
  expect(changes).toEqual([
    { isConnected: true, networkType: '3g' },
    { isConnected: true, networkType: 'wifi' },
  ]);
});
