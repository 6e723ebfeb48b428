/** wx.uploadFile and wx.downloadFile. */
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

test('uploadFile gives the answer as text [typings 13771; UploadFileSuccessCallbackResult]', async () => {
  const { test, filePath } = await withPicture(() => new Response('{"a":1}', { status: 413 }));
  const { order, result } = await upload(test, filePath);
  expect(order[0]).toBe('success');
  expect(result).toMatchObject({ data: '{"a":1}', statusCode: 413, errMsg: 'uploadFile:ok' });
});

test('content-type of an upload is not the mini-program’s to set [page api/network/upload/wx.uploadFile.html]', async () => {
  const { test, filePath } = await withPicture();
  await upload(test, filePath, { header: { 'content-type': 'text/plain', 'x-mine': 'yes' } });
  expect(test.received[0]?.headers.get('content-type')).toBeNull();
  expect(test.received[0]?.headers.get('x-mine')).toBe('yes');
});

test('onProgressUpdate tells percent and bytes, up to 100 [typings 13782; UploadTask.onProgressUpdate]', async () => {
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

test('progress comes in quarters, since fetch does not tell it [choice]', async () => {
  const { test, filePath } = await withPicture();
  const steps: number[] = [];
  test.wx
    .uploadFile({ url: URL_OF, filePath, name: 'avatar' })
    .onProgressUpdate(({ progress }) => steps.push(progress));
  await test.phone.settle();
  expect(steps).toEqual([25, 50, 75, 100]);
});

test('a file that is not there fails before anything is sent [choice]', async () => {
  const test = testPhone();
  expect((await upload(test, 'wxfile://none')).result.errMsg).toMatch(/^uploadFile:fail file not found/);
  expect(test.received).toEqual([]);
});

test('the timeout of an upload counts from 2.10.0 on [typings 13767; wx.uploadFile]', async () => {
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

test('downloadFile keeps the answer as a temporary file [typings 4933; wx.downloadFile]', async () => {
  const test = testPhone({}, () => new Response('abc', { headers: { 'content-type': 'image/png' } }));
  const { result } = await ask(test, (option) => test.wx.downloadFile({ url: URL_OF, ...option }));
  expect(result).toMatchObject({ statusCode: 200, errMsg: 'downloadFile:ok' });
  expect(test.phone.file(String(result.tempFilePath))).toMatchObject({ type: 'image/png' });
  expect(test.phone.file(String(result.tempFilePath))?.bytes).toHaveLength(3);
});

test('with filePath it keeps it there, and says so instead [typings 4925; wx.downloadFile]', async () => {
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
