/** From the login state to what the page shows. Pure, so that the page itself has nothing to decide. */
import type { AuthState, Draft, Problems } from '../../auth/state';
import type { UserInfo } from '../../services/contract';

/** One line of the 我的 list. */
export interface Row {
  label: string;
  value: string;
}

/**
 * How the page asks a person for their profile:
 * `retry` no login yet; `button` WeChat's own button; `tap` an ordinary one; `form` the form; `none` not at all.
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
  /** What is said above that. */
  heading: string;
  words: string;
  /** How the settings are opened after a no; empty where they have nothing to switch. */
  settings: '' | 'button' | 'tap';
  saving: boolean;
  retrying: boolean;
  /** A known person can change their profile, and does so now. */
  editable: boolean;
  editing: boolean;
  draft: Draft;
  problems: Problems;
  /** Percent of the picture that has gone up; -1 while none is on its way. */
  progress: number;
  /** The privacy contract to agree to; empty when nothing waits for it. */
  privacy: string;
  noticeText: string;
  /** What the notice's button says; empty for none, also where 重试 is what the page offers anyway. */
  noticeAction: string;
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

function askOf({ isLogin, signedIn, way, editing }: Readonly<AuthState>): Ask {
  if (isLogin === 1 && editing) return 'form';
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

/** Heading and words for a person who is asked. */
function speechOf(ask: Ask, editing: boolean, refused: boolean, hasScope: boolean): [string, string] {
  if (editing) return ['编辑资料', '头像、昵称和签名，都可以修改'];
  if (ask === 'form') return ['完善资料', '选择头像、填写昵称，让大家认识你'];
  if (ask === 'retry') return ['还没有登录', '登录后，这里会显示你的头像和昵称'];
  if (ask === 'none') return ['已登录', '头像和昵称暂时无法取得'];
  if (!refused) return ['你好，欢迎', '授权后，这里会显示你的头像和昵称'];
  return hasScope
    ? ['需要你的授权', '你没有允许使用“用户信息”。请在设置中打开它，或再授权一次']
    : ['需要你的授权', '你刚才没有同意。授权后才能显示你的头像和昵称，随时可以再来一次'];
}

/** What the phone has, as far as the page depends on it. */
export interface PhoneParts {
  /** `<button open-type="openSetting">` (base library 2.0.7). */
  settingsButton: boolean;
  /** What the form needs (base library 2.21.2). */
  form: boolean;
}

function actionOf({ notice, busy }: Readonly<AuthState>, ask: Ask): string {
  if (notice?.kind === 'privacy') return '重新选择';
  if (notice?.retry !== true || ask === 'retry') return '';
  return busy === 'retrying' ? '请稍候' : '重试';
}

/** What the page shows in a state. */
export function viewOf(state: Readonly<AuthState>, phone: PhoneParts): UserView {
  const { isLogin, user, notice, busy, way, draft, problems, progress } = state;
  const ask = askOf(state);
  const hasScope = way === 'legacy' || way === 'button';
  const refused = state.refused && (ask === 'button' || ask === 'tap');
  const editing = isLogin === 1 && ask === 'form';
  const [heading, words] = isLogin === 2 || editing ? speechOf(ask, editing, refused, hasScope) : ['', ''];
  return {
    isLogin,
    nickName: user?.nickName ?? '',
    avatarUrl: user?.avatarUrl ?? '',
    title: user?.title ?? '',
    rows: user === null ? [] : rowsOf(user),
    ask,
    heading,
    words,
    settings: refused && hasScope ? (phone.settingsButton ? 'button' : 'tap') : '',
    saving: busy === 'saving',
    retrying: busy === 'retrying',
    editable: isLogin === 1 && phone.form,
    editing,
    draft,
    problems,
    progress,
    privacy: state.privacy,
    noticeText: notice?.text ?? '',
    noticeAction: actionOf(state, ask),
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
