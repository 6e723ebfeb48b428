/** Simulated WeChat servers with a phone. */
import { testAccounts } from '../../../mock-server/wechat/accounts';
import { createWechat } from '../../../mock-server/wechat/server';
import { createVirtualClock } from '../../../simulator/phone/clock';
import { testPhone } from './phone';

export const MINUTE = 60_000;

export function setUp(options: Parameters<typeof testPhone>[0] = {}) {
  const clock = createVirtualClock();
  const accounts = testAccounts('https://images.test');
  const wechat = createWechat({ clock, accounts, appid: 'wx1', secret: 's1' });
  const test = testPhone({ wechat, clock, ...options });
  const exchange = (js_code: string, changes = {}) =>
    wechat.code2Session({
      appid: 'wx1',
      secret: 's1',
      js_code,
      grant_type: 'authorization_code',
      ...changes,
    });
  /** Calls wx.login. Returns its code. */
  const login = async () => {
    const codes: string[] = [];
    test.wx.login({ success: ({ code }) => codes.push(code) });
    await test.phone.settle();
    return codes[0] ?? '';
  };
  /** Calls wx.login. Returns the session key for its code. */
  const sessionKey = async () => (await exchange(await login())).session_key ?? '';
  return { ...test, clock, wechat, accounts, exchange, login, sessionKey, test };
}
