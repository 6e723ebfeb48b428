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
