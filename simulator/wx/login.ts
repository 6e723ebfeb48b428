/** `wx.login`, `wx.checkSession` (typings 5.2.3, lines 7925 and 24196). */
import { ApiFailure } from '../failure';
import { askWechat, asyncApi, type Family } from './define';

export const login = ((core) => {
  const { wechat, account } = core.options;
  return {
    login: asyncApi(core, 'login', async (option) => {
      // `timeout` counts from base library 1.9.90.
      const code = await withTimeout(option.timeout, () => askWechat(core, () => wechat.issueCode(account)));
      return { code };
    }),
    checkSession: asyncApi(core, 'checkSession', async () => {
      const fresh = await askWechat(core, () => wechat.isSessionFresh(account));
      if (!fresh) throw new ApiFailure('系统错误，错误码：-13001,session time out, need relogin');
    }),
  };

  async function withTimeout<T>(ms: unknown, work: () => Promise<T>): Promise<T> {
    if (typeof ms !== 'number' || ms <= 0) return work();
    let timer: unknown;
    try {
      return await Promise.race([
        work(),
        new Promise<never>((_, reject) => {
          timer = core.clock.setTimeout(() => reject(new ApiFailure('timeout', { errno: 5 })), ms);
        }),
      ]);
    } finally {
      core.clock.clearTimeout(timer);
    }
  }
}) satisfies Family;
