/** The contract of setuserinfo and of all unknown paths, through every door. */
import type { OpenDoor } from './door';
import { everyDoor, logIn, PNG, save } from './doors';

const profile = { nickName: '林小满', avatarUrl: 'https://example.com/a.png', gender: 2 };
const info = (fields: object) => JSON.stringify(fields);

describe.each(everyDoor)('%s', (_name, how) => {
  let door: OpenDoor;
  const open = async (scenario?: string) => {
    door = await how.open(scenario);
  };
  afterEach(() => door.close());

  describe('setuserinfo', () => {
    test('saves the profile, and the next login returns it', async () => {
      await open();
      const session = await logIn(door);
      const answer = await save(door, { rd3_session: session, info_json: info(profile) });
      const id = expect.stringMatching(/^[0-9a-f]{24}$/);
      const saved = { id, ...profile, title: '', country: '', province: '', city: '' };
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ code: 1, msg: 'ok', user_info: saved });
      const code = await door.world.wechat.issueCode('lin');
      expect(await (await door.ask(`/api/index/onlogin?code=${code}`)).json()).toMatchObject({
        user_info: saved,
      });
    });

    test('fields that are absent keep their value', async () => {
      await open();
      const session = await logIn(door);
      await save(door, { rd3_session: session, info_json: info({ ...profile, title: '旧的一行' }) });
      const answer = await save(door, { rd3_session: session, info_json: info({ title: '新的一行' }) });
      expect(await answer.json()).toMatchObject({ user_info: { ...profile, title: '新的一行' } });
    });

    test('multipart with a picture: stored, served, and named in the profile', async () => {
      await open();
      const form = new FormData();
      form.set('rd3_session', await logIn(door));
      form.set('info_json', info({ nickName: ' 林 ' }));
      form.set('avatar', new Blob([PNG], { type: 'text/html' }), '../../evil.html');
      const answer = await door.ask('/api/index/setuserinfo', { method: 'POST', body: form });
      expect(answer.status).toBe(200);
      const { user_info: user } = (await answer.json()) as {
        user_info: { nickName: string; avatarUrl: string };
      };
      expect(user.nickName).toBe('林');
      const { pathname } = new URL(user.avatarUrl);
      expect(pathname).toMatch(/^\/avatars\/[0-9a-f]{40}\.png$/);
      const picture = await door.ask(pathname);
      expect(picture.status).toBe(200);
      expect(picture.headers.get('content-type')).toBe('image/png');
      expect(new Uint8Array(await picture.arrayBuffer())).toEqual(PNG);
    });

    test('an unknown or expired session: 401', async () => {
      await open();
      const session = await logIn(door);
      const unknown = await save(door, { rd3_session: 'x'.repeat(32), info_json: info(profile) });
      expect(unknown.status).toBe(401);
      door.clock.advance(86_400_000);
      const expired = await save(door, { rd3_session: session, info_json: info(profile) });
      expect(expired.status).toBe(401);
      expect(await expired.json()).toEqual({
        code: 0,
        msg: 'rd3_session: unknown or expired; log in again',
      });
    });

    test('more than 1 MiB: 413; just under it is read', async () => {
      await open();
      const session = await logIn(door);
      const of = (bytes: number) => {
        const rest = new URLSearchParams({ rd3_session: session, info_json: '' }).toString();
        return door.ask('/api/index/setuserinfo', {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: rest + 'x'.repeat(bytes - rest.length),
        });
      };
      const tooLarge = await of(1024 * 1024 + 1);
      expect(tooLarge.status).toBe(413);
      expect(await tooLarge.json()).toEqual({ code: 0, msg: 'body: larger than 1 MiB' });
      const large = await of(1024 * 1024);
      expect(await large.json()).toEqual({ code: 0, msg: 'info_json: not JSON' });
    });
  });

  describe('everything else', () => {
    test('an unknown route: 404 that names the endpoints', async () => {
      await open();
      const answer = await door.ask('/api/index/nope');
      expect(answer.status).toBe(404);
      const { msg } = (await answer.json()) as { msg: string };
      for (const endpoint of ['onlogin', 'check_3rdsession', 'setuserinfo']) {
        expect(msg).toContain(`/api/index/${endpoint}`);
      }
    });

    test.each([
      ['POST', 'onlogin', 'GET, OPTIONS'],
      ['HEAD', 'onlogin', 'GET, OPTIONS'],
      ['DELETE', 'check_3rdsession', 'GET, HEAD, OPTIONS'],
      ['GET', 'setuserinfo', 'POST, OPTIONS'],
    ])('%s %s: 405 with Allow', async (method, endpoint, allow) => {
      await open();
      const answer = await door.ask(`/api/index/${endpoint}`, { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe(allow);
    });

    test('OPTIONS: 204 with Allow', async () => {
      await open();
      const answer = await door.ask('/api/index/setuserinfo', { method: 'OPTIONS' });
      expect(answer.status).toBe(204);
      expect(answer.headers.get('allow')).toBe('POST, OPTIONS');
    });

    test.each(['unknown.png', '..%2f..%2fpackage.json', 'a/b.png', '.png', 'wechat-lin.svg'])(
      'no avatar named %s',
      async (name) => {
        await open();
        expect((await door.ask(`/avatars/${name}`)).status).toBe(404);
      },
    );

    test('the avatars of the WeChat accounts are served', async () => {
      await open();
      const { avatarUrl } = await door.world.wechat.profileOf('lin');
      const answer = await door.ask(new URL(avatarUrl).pathname);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500);
    });
  });
});
