/** wx.uploadFile and the avatars that it uploads. */
import { json, record, testPhone } from './support/phone';

const url = 'https://api.test/upload';

/** Chooses a picture on a phone that has agreed to the contract. Resolves to its path. */
async function choose(test: ReturnType<typeof testPhone>, bytes = new Uint8Array(1000)): Promise<string> {
  let path = '';
  const emit = (_event: string, detail: Record<string, unknown>) => {
    path = String(detail.avatarUrl);
  };
  test.phone.press({ openType: 'chooseAvatar', attributes: {}, emit });
  await test.phone.settle();
  test.phone.screen.get('avatar').usePicture({ bytes, type: 'image/jpeg' });
  await test.phone.settle();
  return path;
}

const agreed = { privacy: { needAuthorization: false } };

it('sends the file and the fields as multipart', async () => {
  const test = testPhone(agreed, () => json({ code: 1 }));
  const filePath = await choose(test, new Uint8Array([1, 2, 3]));
  expect(filePath).toMatch(/^wxfile:\/\/tmp_.*\.jpg$/);
  const outcome = record();
  const formData = { name: '林', count: 1 };
  const header = { 'content-type': 'multipart/form-data' };
  test.wx.uploadFile({ url, filePath, name: 'avatar', formData, header, ...outcome });
  await test.phone.settle();
  expect(outcome.order).toEqual(['success', 'complete']);
  // Always a string: uploadFile does not parse the response.
  expect(outcome.result).toMatchObject({ data: '{"code":1}', statusCode: 200, errMsg: 'uploadFile:ok' });
  const [request] = test.received;
  expect(request?.method).toBe('POST');
  expect(request?.headers.has('content-type')).toBe(false);
  const form = request?.body as FormData;
  expect([form.get('name'), form.get('count')]).toEqual(['林', '1']);
  const file = form.get('avatar') as File;
  expect(file.type).toBe('image/jpeg');
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
});

it('reports its progress, 100 last, before success', async () => {
  const test = testPhone(agreed);
  const filePath = await choose(test);
  const order: unknown[] = [];
  const task = test.wx.uploadFile({ url, filePath, name: 'avatar', success: () => order.push('success') });
  task.onProgressUpdate(({ progress, totalBytesExpectedToSend }) =>
    order.push([progress, totalBytesExpectedToSend]),
  );
  await test.phone.settle();
  expect(order).toEqual([[25, 1000], [50, 1000], [75, 1000], [100, 1000], 'success']);
});

it('abort and timeout end it, without 100 %', async () => {
  const test: ReturnType<typeof testPhone> = testPhone(agreed, async () => {
    await test.clock.sleep(Number.POSITIVE_INFINITY);
    return json({});
  });
  const filePath = await choose(test);
  const late = record();
  const progress: number[] = [];
  test.wx
    .uploadFile({ url, filePath, name: 'avatar', timeout: 2000, ...late } as never)
    .onProgressUpdate((update) => progress.push(update.progress));
  await test.phone.settle();
  expect(late.result.errMsg).toBe('uploadFile:fail timeout');
  expect(progress).toEqual([25, 50, 75]);
  const stopped = record();
  test.wx.uploadFile({ url, filePath, name: 'avatar', ...stopped } as never).abort();
  await test.phone.settle();
  expect(stopped.result.errMsg).toBe('uploadFile:fail abort');
});

it('fails for a missing file and for missing parameters', async () => {
  const test = testPhone();
  const upload = async (option: object) => {
    const outcome = record();
    test.wx.uploadFile({ ...option, ...outcome } as never);
    await test.phone.settle();
    return outcome.result.errMsg;
  };
  expect(await upload({ url, filePath: 'wxfile://none', name: 'a' })).toBe(
    'uploadFile:fail file not found: wxfile://none',
  );
  expect(await upload({ url, name: 'a' })).toMatch(/parameter\.filePath should be String/);
  expect(await upload({ url, filePath: 'wxfile://none' })).toMatch(/parameter\.name should be String/);
});
