/** From the login state to what the page shows. Pure, so that the page itself has nothing to decide. */
import type { AuthState } from '../../auth/state';
import type { UserInfo } from '../../services/contract';

/** One line of the 我的 list. */
export interface Row {
  label: string;
  value: string;
}

/**
 * How the page asks a person who is not known:
 * `retry` no login yet; `button` WeChat's own button; `tap` an ordinary one; `form` the form; `none` no way left.
 */
export type Ask = 'none' | 'retry' | 'button' | 'tap' | 'form';

/** The page's data, as far as it follows from the login state. */
export interface UserView {
  isLogin: AuthState['isLogin'];
  nickName: string;
  avatarUrl: string;
  title: string;
  rows: Row[];
  ask: Ask;
  /** The person said no before. */
  refused: boolean;
  /** How the settings are opened after a no; empty where they have nothing to switch. */
  settings: '' | 'button' | 'tap';
  saving: boolean;
  retrying: boolean;
  /** The privacy contract to agree to; empty when nothing waits for it. */
  privacy: string;
  noticeText: string;
  /** The notice carries its own 重试; not where that is what the page asks anyway. */
  noticeRetry: boolean;
}

const GENDERS = { 0: '', 1: '男', 2: '女' } as const;

function rowsOf(user: UserInfo): Row[] {
  const { country, province, city } = user;
  return [
    { label: '昵称', value: user.nickName },
    { label: '性别', value: GENDERS[user.gender] },
    { label: '地区', value: [country, province, city].filter((part) => part !== '').join(' ') },
  ].filter(({ value }) => value !== '');
}

function askOf({ isLogin, signedIn, way }: Readonly<AuthState>): Ask {
  if (isLogin !== 2) return 'none';
  if (!signedIn) return 'retry';
  switch (way) {
    case 'legacy':
    case 'profile':
      return 'tap';
    case 'fill':
      return 'form';
    default:
      return way;
  }
}

/**
 * What the page shows in a state.
 * @param hasSettingsButton whether this phone has `<button open-type="openSetting">` (base library 2.0.7)
 */
export function viewOf(state: Readonly<AuthState>, hasSettingsButton: boolean): UserView {
  const { isLogin, user, refused, notice, busy, way } = state;
  const ask = askOf(state);
  const hasScope = way === 'legacy' || way === 'button';
  const showsRefusal = refused && (ask === 'button' || ask === 'tap');
  return {
    isLogin,
    nickName: user?.nickName ?? '',
    avatarUrl: user?.avatarUrl ?? '',
    title: user?.title ?? '',
    rows: user === null ? [] : rowsOf(user),
    ask,
    refused: showsRefusal,
    settings: showsRefusal && hasScope ? (hasSettingsButton ? 'button' : 'tap') : '',
    saving: busy === 'saving',
    retrying: busy === 'retrying',
    privacy: state.privacy,
    noticeText: notice?.text ?? '',
    noticeRetry: notice?.retry === true && ask !== 'retry',
  };
}

/** The fields of `next` that differ from what is shown, or null when none do: setData costs, even for nothing. */
export function changes<T extends object>(shown: Readonly<T>, next: T): Partial<T> | null {
  const changed: Partial<T> = {};
  for (const key of Object.keys(next) as (keyof T)[]) {
    if (JSON.stringify(shown[key]) !== JSON.stringify(next[key])) changed[key] = next[key];
  }
  return Object.keys(changed).length > 0 ? changed : null;
}
