/** Times whole flows: through MSW, and with `wx.request` answering by itself. Says what it measured in one line. */
import type { Phone } from '../../simulator';
import { post } from '../../simulator/turns';
import { useStage } from '../../test/support/stage';
import { measureRuns } from './stopwatch';

const ROUNDS = 9;
const FLOWS = 12;
const begin = useStage();

interface RequestOption {
  url: string;
  success?: (result: unknown) => void;
  complete?: (result: unknown) => void;
}

const USER = {
  nickName: '林小满',
  avatarUrl: '',
  title: '',
  gender: 0,
  country: '',
  province: '',
  city: '',
};

/** What a test without a mock server does: answers by hand, as soon as an answer can come. */
function stub(phone: Phone): void {
  const answer = (url: string) => {
    if (url.includes('onlogin')) return { rd3_session: 'a'.repeat(32), user_info: null };
    if (url.includes('setuserinfo')) return { code: 1, msg: 'ok', user_info: USER };
    return true;
  };
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

/** A first visit: login, a tap, the sheet, the saved profile. */
async function flow(stubbed: boolean): Promise<void> {
  const run = await begin('guest-profile', stubbed ? { before: (_world, phone) => stub(phone) } : {});
  await run.page.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  if (run.isLogin !== 1) throw new Error(`the flow ended in isLogin ${run.isLogin}`);
  run.stage.close();
}

test('flows', async () => {
  const ms = { real: [] as number[], stubbed: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const kind of ['real', 'stubbed'] as const) {
      const time = await measureRuns(FLOWS, () => flow(kind === 'stubbed'));
      if (round > 0) ms[kind].push(time);
    }
  }
  process.stdout.write(`BENCH ${JSON.stringify(ms)}\n`);
}, 120_000);
