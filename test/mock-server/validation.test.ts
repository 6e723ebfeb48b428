/** Every refusal of setuserinfo names the field and the reason. */
import type { OpenDoor } from './door';
import { doors, logIn, PNG, save } from './doors';

let door: OpenDoor;
let session: string;

beforeEach(async () => {
  const [direct] = doors;
  if (!direct) throw new Error('no door');
  door = await direct.open();
  session = await logIn(door);
});

const saveInfo = (info: unknown) =>
  save(door, { rd3_session: session, info_json: typeof info === 'string' ? info : JSON.stringify(info) });

test.each([
  ['not JSON', '{"nickName":', 'info_json: not JSON'],
  ['not an object', '"text"', 'info_json: expected a JSON object'],
  ['null', 'null', 'info_json: expected a JSON object'],
  ['a list', '[]', 'info_json: expected a JSON object'],
  ['no known field', '{}', 'info_json.nickName: missing'],
  [
    'nickName of no characters',
    { nickName: ' ' },
    'info_json.nickName: expected 1 to 32 characters, one of them visible',
  ],
  ['nickName of 33 characters', { nickName: '名'.repeat(33) }, 'info_json.nickName: at most 32 characters'],
  ['nickName that is not a text', { nickName: 7 }, 'info_json.nickName: expected text'],
  ['nickName null', { nickName: null }, 'info_json.nickName: expected text'],
  [
    'title of 101 characters',
    { nickName: 'a', title: 'x'.repeat(101) },
    'info_json.title: at most 100 characters',
  ],
  ['gender 3', { nickName: 'a', gender: 3 }, 'info_json.gender: expected 0, 1 or 2'],
  ['gender as a text', { nickName: 'a', gender: '1' }, 'info_json.gender: expected 0, 1 or 2'],
  [
    'nickName with half an emoji',
    '{"nickName": "a\\ud83d"}',
    'info_json.nickName: ends or begins in the middle of a character',
  ],
  [
    'title with half an emoji',
    '{"nickName": "a", "title": "\\udc00b"}',
    'info_json.title: ends or begins in the middle of a character',
  ],
  ['city of 65 characters', { nickName: 'a', city: 'x'.repeat(65) }, 'info_json.city: at most 64 characters'],
])('%s', async (_what, info, msg) => {
  const answer = await saveInfo(info);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ code: 0, msg });
});

test.each([
  'javascript:alert(1)',
  'data:image/png;base64,AAAA',
  'wxfile://tmp_1.png',
  'http://tmp/1.png',
  'a.png',
])('avatarUrl %s', async (avatarUrl) => {
  const answer = await saveInfo({ nickName: 'a', avatarUrl });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    msg: expect.stringMatching(/^info_json\.avatarUrl: expected an http or https address/),
  });
});

test('characters are counted as users see them, after trimming', async () => {
  const nickName = '🌱'.repeat(32);
  const answer = await saveInfo({ nickName: `  ${nickName}\n` });
  expect(await answer.json()).toMatchObject({ user_info: { nickName } });
});

test('unknown keys are ignored and no prototype is touched', async () => {
  const answer = await saveInfo(
    '{"nickName":"a","language":"zh_CN","admin":true,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  );
  const { user_info: user } = (await answer.json()) as { user_info: object };
  expect(Object.keys(user).sort()).toEqual([
    'avatarUrl',
    'city',
    'country',
    'gender',
    'id',
    'nickName',
    'province',
    'title',
  ]);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('JSON nested very deeply is refused, without a crash', async () => {
  const deep = '['.repeat(300_000);
  expect((await saveInfo(deep)).status).toBe(400);
  expect((await saveInfo(`{"nickName":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).status).toBe(400);
});

test.each([
  ['no session', { info_json: '{}' }, 'rd3_session: missing'],
  ['nothing to save', {}, 'info_json: missing'],
])('%s', async (what, fields, msg) => {
  const all = what === 'no session' ? fields : { rd3_session: session, ...fields };
  const answer = await save(door, all);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ code: 0, msg });
});

test('a field given twice is refused', async () => {
  const body = new URLSearchParams([
    ['rd3_session', session],
    ['info_json', '{"nickName":"a"}'],
    ['info_json', '{"nickName":"b"}'],
  ]);
  const answer = await door.ask('/api/index/setuserinfo', { method: 'POST', body });
  expect(await answer.json()).toEqual({ code: 0, msg: 'info_json: given 2 times, expected once' });
});

test('another content type is refused', async () => {
  const answer = await door.ask('/api/index/setuserinfo', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ rd3_session: session, info_json: '{}' }),
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ msg: expect.stringMatching(/^content-type: expected/) });
});

test('a compressed body is refused', async () => {
  const answer = await door.ask('/api/index/setuserinfo', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: new Uint8Array([0x1f, 0x8b, 8, 0]),
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ msg: expect.stringMatching(/^content-encoding: /) });
});

describe('uploads', () => {
  const upload = (form: FormData) => {
    form.set('rd3_session', session);
    if (!form.has('info_json')) form.set('info_json', '{"nickName":"小满"}');
    return door.ask('/api/index/setuserinfo', { method: 'POST', body: form });
  };
  const withAvatar = (bytes: Uint8Array<ArrayBuffer>, type = 'image/png') => {
    const form = new FormData();
    form.set('avatar', new Blob([bytes], { type }), 'a.png');
    return form;
  };
  const text = (value: string) => new TextEncoder().encode(value);

  test.each([
    ['image/png', 'png', PNG],
    ['image/jpeg', 'jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1])],
    ['image/gif', 'gif', text('GIF89a....')],
    ['image/webp', 'webp', text('RIFF....WEBPVP8 ')],
  ])('%s is accepted by its first bytes', async (type, ending, bytes) => {
    const answer = await upload(withAvatar(bytes, 'application/octet-stream'));
    const { user_info: user } = (await answer.json()) as { user_info: { avatarUrl: string } };
    expect(user.avatarUrl).toMatch(new RegExp(`\\.${ending}$`));
    const picture = await door.ask(new URL(user.avatarUrl).pathname);
    expect(picture.headers.get('content-type')).toBe(type);
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    ['HTML with the content type of a PNG', text('<script>alert(1)</script>')],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an empty file', new Uint8Array()],
  ])('%s is refused', async (_what, bytes) => {
    const answer = await upload(withAvatar(bytes));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      code: 0,
      msg: 'avatar: expected a PNG, JPEG, WebP or GIF picture',
    });
  });

  test('the same picture, sent again, gets the same address', async () => {
    const [one, two] = [await upload(withAvatar(PNG)), await upload(withAvatar(PNG))];
    expect(await one.json()).toEqual(await two.json());
  });

  test('a refused upload stores no picture', async () => {
    const put = jest.spyOn(door.world.store, 'putAvatar');
    const form = withAvatar(PNG);
    form.set('info_json', '{"title":"还没有名字"}');
    expect((await upload(form)).status).toBe(400);
    expect(put).not.toHaveBeenCalled();
  });

  test('a string instead of the file, a file instead of a string, two files', async () => {
    const asText = new FormData();
    asText.set('avatar', 'text');
    expect(await (await upload(asText)).json()).toMatchObject({ msg: 'avatar: expected a file' });
    const asFile = new FormData();
    asFile.set('info_json', new Blob(['{}']));
    expect(await (await upload(asFile)).json()).toMatchObject({
      msg: 'info_json: expected text, got a file',
    });
    const two = withAvatar(PNG);
    two.append('avatar', new Blob([PNG]), 'b.png');
    expect(await (await upload(two)).json()).toMatchObject({
      msg: 'avatar: given 2 times, expected once',
    });
  });

  test.each([
    ['no boundary', 'multipart/form-data', '--x\r\n\r\n'],
    ['another boundary', 'multipart/form-data; boundary=y', '--x\r\n\r\n--x--'],
    [
      'cut in the middle',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="av',
    ],
    ['nothing', 'multipart/form-data; boundary=x', ''],
  ])('multipart with %s', async (_what, type, body) => {
    const answer = await door.ask('/api/index/setuserinfo', {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(answer.status).toBe(400);
  });
});
