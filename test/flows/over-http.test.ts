/** The same flow over a real socket, against the server that WeChat DevTools uses. */
import { type HttpMock, startHttpMock } from '../../mock-server/http';
import { createPhone } from '../../simulator';
import { createHeadless, type Stage } from '../../simulator/headless';
import { createRun, ROOT, type Run, USER_PAGE } from '../support/stage';

let mock: HttpMock;
let stage: Stage | undefined;

beforeAll(async () => {
  mock = await startHttpMock({ port: 0 });
});
afterEach(() => stage?.close());
afterAll(() => mock.close());

/** A phone that sends its requests over a socket. The product's port 3000 is replaced by the port of this server. */
async function begin(scenario: string): Promise<Run> {
  const world = await mock.worlds.get(scenario);
  mock.worlds.use(scenario);
  const phone = createPhone({
    ...world.phone,
    fetch: (url, init) => globalThis.fetch(String(url).replace('http://127.0.0.1:3000', mock.origin), init),
  });
  stage = createHeadless({ root: ROOT, phone });
  await stage.open(USER_PAGE);
  return createRun(world, phone, stage);
}

test('new user → authorised → logged in → logged in again after a relaunch', async () => {
  const run = await begin('guest-button');
  expect(run.isLogin).toBe(2);
  await run.page.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
  await run.relaunch();
  expect(run.page.find('.person-name').text()).toBe('林小满');
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200', 'check_3rdsession 200']);
});

test('the form with a picture: multipart over HTTP, and the avatar can be fetched', async () => {
  const run = await begin('guest');
  await run.page.tap({ text: '选择头像' });
  await run.page.tap({ text: '同意' });
  run.phone.screen.get('avatar').useWechat();
  await run.stage.settle();
  await run.type('鹿');
  await run.page.tap({ text: '保存' });
  expect(run.isLogin).toBe(1);
  const avatar = await fetch(String(run.page.data.avatarUrl));
  expect(avatar.status).toBe(200);
  expect(avatar.headers.get('content-type')).toMatch(/^image\//);
});

test('a development build launched with mock=NAME selects the scenario of each request', async () => {
  const run = await begin('guest-button');
  run.stage.kill();
  await run.stage.launch({ path: USER_PAGE, query: { mock: 'server-down' } });
  await run.stage.open(USER_PAGE);
  expect(run.page.has('服务器开小差了')).toBe(true);
  const { log } = await mock.worlds.get('server-down');
  expect(log.at(-1)).toMatchObject({ status: 500, scenario: 'server-down' });
});

test('the server is down: the cached user stays on screen, with a hint', async () => {
  const run = await begin('returning');
  expect(run.isLogin).toBe(1);
  await mock.close();
  await run.relaunch();
  expect(run.isLogin).toBe(1);
  expect(run.page.has('网络不可用，显示的是上次的资料')).toBe(true);
  mock = await startHttpMock({ port: 0 });
});
