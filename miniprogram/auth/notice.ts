/** What the page tells a person when something went wrong, and what it offers them to do. */
import { ApiError } from '../services/request';

/** One line for the person. */
export interface Notice {
  /**
   * - `offline`, `timeout`, `server`: may pass by itself; checked again when the network or the app comes back.
   * - `blocked`: the server does not let this account in.
   * - `outdated`: this WeChat is too old to hand out a profile in any way that still works.
   * - `privacy`: the privacy contract was refused; the person can be asked again.
   * - `failed`: anything else.
   */
  kind: 'offline' | 'timeout' | 'server' | 'blocked' | 'outdated' | 'privacy' | 'failed';
  text: string;
  /** Whether trying again can help. */
  retry: boolean;
}

/**
 * Turns an error into a notice.
 * @param error an ApiError, or a WxFailure of wx.login or of taking the profile
 * @param showsCache the page shows what the phone remembers of the person: the notice says so
 */
export function noticeOf(error: unknown, showsCache = false): Notice {
  const notice = plainNotice(error);
  if (!showsCache || !mayHavePassed(notice)) return notice;
  const reason = notice.kind === 'server' ? '服务器开小差了' : '网络不可用';
  return { ...notice, text: `${reason}，显示的是上次的资料` };
}

function plainNotice(error: unknown): Notice {
  if (!(error instanceof ApiError)) {
    // wx.login asks WeChat's servers: without a network it fails in words of its own.
    return { kind: 'offline', text: '暂时无法连接微信，请检查网络后重试', retry: true };
  }
  const text = error.message;
  if (error.kind === 'offline' || error.kind === 'timeout') return { kind: error.kind, text, retry: true };
  if (error.status === 403) return { kind: 'blocked', text, retry: true };
  if (error.status >= 500 || error.kind === 'malformed') return { kind: 'server', text, retry: true };
  return { kind: 'failed', text, retry: true };
}

/** The launch takes as long as a request may: whoever waits is told, and the work goes on behind it. */
export const SLOW: Notice = { kind: 'timeout', text: new ApiError('timeout').message, retry: true };

/** The privacy contract was refused. */
export const PRIVACY_REFUSED: Notice = {
  kind: 'privacy',
  text: '未同意隐私保护指引，暂时不能选择头像或保存资料',
  retry: false,
};

/** No way of giving a profile works on this phone. */
export const OUTDATED: Notice = {
  kind: 'outdated',
  text: '当前微信版本无法提供头像和昵称，请升级微信后再试',
  retry: false,
};

/** Whether a notice may have become untrue without the person's doing. */
export function mayHavePassed(notice: Notice | null): boolean {
  return notice !== null && ['offline', 'timeout', 'server'].includes(notice.kind);
}
