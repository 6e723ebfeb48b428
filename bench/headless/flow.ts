/** Measures whole flows, with MSW and with a stubbed `wx.request`. Prints the times in one line, as JSON. */
import type { World } from '../../mock-server/types';
import type { Phone } from '../../simulator';
import type { PageHandle } from '../../simulator/headless';
import { post } from '../../simulator/phone/turns';
import { useStage } from '../../test/support/stage';
import { measureRuns } from './stopwatch';

const ROUNDS = 9;
const FLOWS = 30;
/** Rounds that are not measured, so that code and caches are warm. */
const WARM_UP = 10;
const begin = useStage();

interface RequestOption {
  url: string;
  success?: (result: unknown) => void;
  complete?: (result: unknown) => void;
}

/** Replaces `wx.request` by a stub, as a test without a mock server does. It answers in the next macrotask. */
async function stub({ wechat }: World, phone: Phone): Promise<void> {
  const user_info = { title: '', ...(await wechat.profileOf('lin')) };
  const answer = (url: string) =>
    url.includes('onlogin')
      ? { rd3_session: 'a'.repeat(32), user_info: null }
      : { code: 1, msg: 'ok', user_info };
  Object.assign(phone.wx, {
    request({ url, success, complete }: RequestOption) {
      const result = { statusCode: 200, data: answer(url), header: {}, cookies: [], errMsg: 'request:ok' };
      post(() => {
        success?.(result);
        complete?.(result);
      });
      return { abort() {}, onHeadersReceived() {}, offHeadersReceived() {} };
    },
  });
}

/** A first visit: login, tap, authorization sheet, saved profile. @param look called with the page at the end */
async function flow(stubbed: boolean, look?: (page: PageHandle) => void): Promise<void> {
  const run = await begin('guest-profile', stubbed ? { before: stub } : {});
  await run.page.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  if (run.isLogin !== 1) throw new Error(`the flow ended in isLogin ${run.isLogin}`);
  look?.(run.page);
  run.stage.close();
}

test('flows', async () => {
  const shown: string[] = [];
  for (const stubbed of [false, true]) await flow(stubbed, (page) => void shown.push(page.snapshot()));
  // Both kinds must render the same page. Otherwise the times are not comparable.
  expect(shown[1]).toBe(shown[0]);
  const ms = { real: [] as number[], stubbed: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const kind of ['real', 'stubbed'] as const) {
      const time = await measureRuns(FLOWS, () => flow(kind === 'stubbed'));
      if (round >= WARM_UP) ms[kind].push(time);
    }
  }
  process.stdout.write(`BENCH ${JSON.stringify(ms)}\n`);
}, 120_000);
