/** A stored session is valid only if WeChat and the server confirm it. Only the JSON value `true` is a confirmation. */
import type { Fault } from '../../mock-server/types';
import { useStage } from '../support/stage';

const begin = useStage();

const respond = (body: string, contentType = 'application/json', status = 200): Fault => ({
  on: 'check_3rdsession',
  kind: 'respond',
  status,
  contentType,
  body,
});
const html = '<!DOCTYPE html><title>Sign in to the Wi-Fi</title>';

/** Answers that neither confirm nor deny. */
const unclear: [string, Fault][] = [
  ['null', respond('null')],
  ['nothing', respond('')],
  ['an HTML page with status 200', respond(html, 'text/html')],
  ['an HTML page with status 500', respond(html, 'text/html', 500)],
  ['a bad gateway', respond('', 'text/plain', 502)],
  ['the text "true"', respond('"true"')],
  ['the number 1', respond('1')],
  ['an object', respond('{"openid":"x"}')],
  ['half a JSON text', respond('tru')],
  ['a broken connection', { on: 'check_3rdsession', kind: 'cut-before' }],
  ['silence', { on: 'check_3rdsession', kind: 'hang' }],
];

test('WeChat and the server are asked at the same time', async () => {
  const run = await begin('member');
  const marks = run.phone.events.flatMap((event) =>
    (event.kind === 'call' || event.kind === 'result') && ['checkSession', 'request'].includes(event.api)
      ? [`${event.kind} ${event.api}`]
      : [],
  );
  expect(marks.slice(0, 2).sort()).toEqual(['call checkSession', 'call request']);
  expect(run.requests).toEqual(['check_3rdsession 200']);
  expect(run.calls('login')).toBe(0);
});

test('without a stored session there is no check', async () => {
  const run = await begin('returning');
  expect(run.calls('checkSession')).toBe(0);
  expect(run.requests).toEqual(['onlogin 200']);
});

test.each(unclear)('%s is not a denial: the cached user stays, with a hint', async (_what, fault) => {
  const run = await begin('member', {
    before: (world) => {
      world.addFault(fault);
    },
  });
  expect(run.calls('login')).toBe(0);
  expect(run.isLogin).toBe(1);
  expect(run.page.find('.person-name').text()).toBe('林小满');
  expect(run.page.find('.notice').text()).toContain('显示的是上次的资料');
  expect(run.phone.storage.rd3_session).toBeDefined();
});

test.each(unclear)('%s without a cached user: no profile, and 重试 works', async (_what, fault) => {
  let mend = () => {};
  const run = await begin('refused-then-granted', {
    phone: { authSetting: {} },
    before: (world) => {
      mend = world.addFault(fault);
    },
  });
  expect(run.isLogin).toBe(2);
  expect(run.calls('login')).toBe(0);
  // If the server answered nonsense, a new login succeeds even before the fault is mended.
  if (fault.kind !== 'respond') mend();
  await run.page.tap({ text: '重试' });
  expect(run.isLogin).toBe(2);
  expect(run.page.findAll('.notice')).toEqual([]);
  expect(run.page.has('授权登录')).toBe(true);
});

test('a 401 to the check is a denial: one login, no error', async () => {
  const run = await begin('member', {
    before: (world) => {
      world.addFault({ on: 'check_3rdsession', kind: 'respond', status: 401, body: '{"code":0,"msg":"no"}' });
    },
  });
  expect(run.requests).toEqual(['check_3rdsession 401', 'onlogin 200']);
  expect(run.page.findAll('.notice')).toEqual([]);
  expect(run.isLogin).toBe(1);
});

test("WeChat's denial is enough: the login does not wait for a silent server", async () => {
  const run = await begin('wechat-session-expired', {
    before: (world) => {
      world.addFault({ on: 'check_3rdsession', kind: 'hang' });
    },
  });
  expect(run.requests).toEqual(['check_3rdsession cut', 'onlogin 200']);
  expect(run.page.findAll('.notice')).toEqual([]);
});

test.each([
  ['yes', 0],
  ['no', 1],
] as const)("the server fails first, WeChat's %s comes later: %i login", async (verdict, logins) => {
  let answer: WechatMiniprogram.CheckSessionOption = {};
  const run = await begin('member', {
    before: (world, phone) => {
      world.addFault({ on: 'check_3rdsession', kind: 'cut-before' });
      Object.assign(phone.wx, {
        checkSession: (option: WechatMiniprogram.CheckSessionOption) => {
          answer = option;
        },
      });
    },
  });
  expect(run.calls('login')).toBe(0);
  if (verdict === 'yes') answer.success?.({ errMsg: 'checkSession:ok' });
  else answer.fail?.({ errMsg: 'checkSession:fail' });
  await run.stage.settle();
  expect(run.calls('login')).toBe(logins);
  expect(run.page.findAll('.notice')).toHaveLength(verdict === 'yes' ? 1 : 0);
});

test('when the network returns, the check is repeated without a tap', async () => {
  const run = await begin('offline');
  expect(run.page.find('.notice').visible).toBe(true);
  run.phone.setOnline(true);
  await run.stage.settle();
  expect(run.page.findAll('.notice')).toEqual([]);
  expect(run.requests).toEqual(['check_3rdsession 200']);
});

test('the same when the app shows again; no check if nothing was wrong', async () => {
  const run = await begin('member', {
    before: (world) => {
      world.addFault({ on: 'check_3rdsession', kind: 'cut-before', times: 1 });
    },
  });
  await run.stage.hide();
  await run.stage.show();
  expect(run.requests).toEqual(['check_3rdsession cut', 'check_3rdsession 200']);
  expect(run.page.findAll('.notice')).toEqual([]);
  await run.stage.hide();
  await run.stage.show();
  expect(run.requests).toHaveLength(2);
});
