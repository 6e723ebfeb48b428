/** From the login state to what the page shows. Pure, so that the page itself has nothing to decide. */
import type { NoticeAction } from '../../auth/notice';
import type { AuthState } from '../../auth/snapshot';
import type { Ask } from '../../auth/state';
import type { Words } from '../../auth/types';
import type { UserInfo } from '../../services/contract';

/** One line of the 我的 list. */
export interface Row {
  label: string;
  value: string;
}

/** The entry 手机号: the number, or a button that binds one. */
export interface PhoneRow {
  value: string;
  button: boolean;
  binding: boolean;
  problem: string;
}

/** The page's data, as far as it follows from the login state. */
export interface UserView {
  isLogin: AuthState['isLogin'];
  nickName: string;
  avatarUrl: string;
  title: string;
  rows: Row[];
  /** The entry 手机号; null for none. */
  phone: PhoneRow | null;
  /** How the page asks a person for their profile. */
  ask: Ask;
  /** What is said above that. */
  heading: string;
  words: string;
  /** How the settings are opened after a refusal; empty where they have nothing to switch. */
  settings: '' | 'button' | 'tap';
  saving: boolean;
  retrying: boolean;
  /** A known person can edit their profile. */
  editable: boolean;
  /** A known person edits their profile. */
  editing: boolean;
  loggedOut: boolean;
  noticeText: string;
  /** What the button of the notice does; empty for none, also where the page offers the same anyway. */
  noticeAction: NoticeAction;
}

const GENDERS = { 0: '', 1: '男', 2: '女' } as const;

function rowsOf(user: UserInfo): Row[] {
  const { country, province, city } = user;
  return [
    { label: '性别', value: GENDERS[user.gender] },
    { label: '地区', value: [country, province, city].filter((part) => part !== '').join(' ') },
  ].filter(({ value }) => value !== '');
}

function phoneRowOf({ phone, isLogin, signedIn }: Readonly<AuthState>): PhoneRow | null {
  if (phone === null) return null;
  const { number, canBind, binding, problem } = phone;
  const value = number || (isLogin === 2 && !signedIn ? '登录后绑定' : '');
  return { value, button: canBind, binding, problem };
}

/** Heading and words for a person who is asked. */
function wordsOf({ ask, editing, way, refused, loggedOut }: Readonly<AuthState>): Words {
  if (editing) return ['编辑资料', '头像、昵称和签名，都可以修改'];
  if (ask === 'contact') return ['账号暂时无法使用', '如有疑问，请联系客服'];
  if (ask === 'login' && loggedOut) return ['已退出登录', '登录后，这里会显示你的头像和昵称'];
  if (ask === 'login') return ['还没有登录', '登录后，这里会显示你的头像和昵称'];
  if (ask === 'none' || way === null) return ['已登录', '头像和昵称暂时无法取得'];
  return refused ? way.refusedWords : way.words;
}

/** What the phone has, as far as the page depends on it. */
export interface PhoneParts {
  /** `<button open-type="openSetting">` (base library 2.0.7). */
  settingsButton: boolean;
  /** What the form needs (base library 2.21.2). */
  form: boolean;
}

/** What the page shows in a state. */
export function viewOf(state: Readonly<AuthState>, phone: PhoneParts): UserView {
  const { isLogin, user, notice, busy, way, ask, editing } = state;
  const refused = state.refused && (ask === 'button' || ask === 'tap');
  const [heading, words] = isLogin === 2 || editing ? wordsOf({ ...state, refused }) : ['', ''];
  const same = (action: NoticeAction) =>
    (action === 'retry' && ask === 'login') || (action === 'contact' && ask === 'contact');
  return {
    isLogin,
    nickName: user?.nickName ?? '',
    avatarUrl: user?.avatarUrl ?? '',
    title: user?.title ?? '',
    rows: user === null ? [] : rowsOf(user),
    phone: phoneRowOf(state),
    ask,
    heading,
    words,
    settings: refused && way?.settings ? (phone.settingsButton ? 'button' : 'tap') : '',
    saving: busy === 'saving',
    retrying: busy === 'retrying',
    editable: isLogin === 1 && phone.form,
    editing: isLogin === 1 && editing,
    loggedOut: state.loggedOut,
    noticeText: notice?.text ?? '',
    noticeAction: notice === null || same(notice.action) ? '' : notice.action,
  };
}
