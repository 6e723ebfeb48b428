/** `wx.login`, `wx.checkSession` (typings 5.2.3, lines 7925 and 24196). */
import { ApiFailure } from '../phone/failure';
import { askWechat, asyncApi, type Family } from './define';

export const login = ((core) => {
  const { wechat } = core.options;
  return {
    login: asyncApi(core, 'login', async ({ timeout }) => {
      // The option is supported since base library 1.9.90.
      const limit = typeof timeout === 'number' && timeout > 0 && core.since('1.9.90') ? timeout : undefined;
      return { code: await askWechat(core, () => wechat.issueCode(core.account), limit) };
    }),
    checkSession: asyncApi(core, 'checkSession', async () => {
      const fresh = await askWechat(core, () => wechat.isSessionFresh(core.account));
      // The text varies between phones, so mini-programs must not compare it.
      if (!fresh) throw new ApiFailure('系统错误，错误码：-13001,session time out, need relogin');
    }),
  };
}) satisfies Family;
