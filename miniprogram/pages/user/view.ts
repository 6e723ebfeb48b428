/** From the login state to what the page shows. Pure, so that the page itself has nothing to decide. */
import type { AuthState } from '../../auth/snapshot';
import type { Ask } from '../../auth/state';
import type { Words } from '../../auth/types';
import type { UserInfo } from '../../services/contract';

/** A button. `action` is empty where WeChat acts by itself (`openType`). */
export interface Button {
  label: string;
  look: 'primary' | 'plain' | 'small';
  action: '' | 'retry' | 'reconsider' | 'settings';
  openType: '' | 'contact' | 'openSetting';
  busy: boolean;
  disabled: boolean;
}

/** One line of the list: a value, the button that binds a number, or the button that asks for the profile. */
export interface Row {
  label: string;
  value: string;
  kind: 'value' | 'bind' | 'ask';
  /** A number is being bound. */
  busy: boolean;
  /** Said below the line; empty for nothing. */
  problem: string;
}

/** The page's data, as far as it follows from the login state. */
export interface UserView {
  isLogin: AuthState['isLogin'];
  nickName: string;
  avatarUrl: string;
  title: string;
  rows: Row[];
  /** How the page asks a person for their profile. */
  ask: Ask;
  /** What is said above that. */
  heading: string;
  words: string;
  /** What is offered below it, besides the button or form that asks. */
  buttons: Button[];
  saving: boolean;
  retrying: boolean;
  /** A known person can edit their profile. */
  editable: boolean;
  /** A known person edits their profile. */
  editing: boolean;
  noticeText: string;
  /** null for none, also where the page offers the same anyway. */
  noticeButton: Button | null;
}

const GENDERS = { 0: '', 1: '男', 2: '女' } as const;

const row = (label: string, value: string): Row => ({
  label,
  value,
  kind: 'value',
  busy: false,
  problem: '',
});

/** What is known of the person. */
function detailsOf({ gender, country, province, city }: UserInfo): Row[] {
  const region = [country, province, city].filter((part) => part !== '').join(' ');
  return [row('性别', GENDERS[gender]), row('地区', region)].filter(({ value }) => value !== '');
}

function phoneRowsOf({ phone, ask }: Readonly<AuthState>): Row[] {
  if (phone === null) return [];
  const { number, canBind, binding, problem } = phone;
  const value = number || (ask === 'login' || ask === 'contact' ? '登录后绑定' : '');
  return [{ ...row('手机号', value), kind: canBind ? 'bind' : 'value', busy: binding, problem }];
}

/** The orders of a person who is not known. A known person has a link to them. */
function ordersRowsOf({ isLogin, ask }: Readonly<AuthState>): Row[] {
  if (isLogin !== 2) return [];
  if (ask === 'tap' || ask === 'button') return [{ ...row('待支付订单', ''), kind: 'ask' }];
  return [row('待支付订单', ask === 'form' ? '完善资料后查看' : '登录后查看')];
}

/** Heading and words for a person who is asked. */
function wordsOf({ ask, editing, way, refused, loggedOut }: Readonly<AuthState>): Words {
  if (editing) return ['编辑资料', '头像、昵称和签名，都可以修改'];
  if (ask === 'contact') return ['账号暂时无法使用', '如有疑问，请联系客服'];
  if (ask === 'login') return [loggedOut ? '已退出登录' : '还没有登录', '登录后，这里会显示你的头像和昵称'];
  if (ask === 'none' || way === null) return ['已登录', '头像和昵称暂时无法取得'];
  return (refused && way.refusedWords) || way.words;
}

const button = (label: string, look: Button['look'], change: Partial<Button>): Button => ({
  label,
  look,
  action: '',
  openType: '',
  busy: false,
  disabled: false,
  ...change,
});

const contact = (look: Button['look']) => button('联系客服', look, { openType: 'contact' });

function buttonsOf(state: Readonly<AuthState>, { settingsButton }: PhoneParts): Button[] {
  const { ask, busy, way, refused, loggedOut } = state;
  const retrying = busy === 'retrying';
  if (ask === 'contact') return [contact('primary')];
  if (ask === 'login') {
    const label = retrying ? '正在登录' : loggedOut ? '登录' : '重试';
    return [button(label, 'primary', { action: 'retry', busy: retrying, disabled: retrying })];
  }
  if (!refused || !way?.visitSettings) return [];
  const opens = settingsButton ? ({ openType: 'openSetting' } as const) : ({ action: 'settings' } as const);
  return [button('去设置', 'plain', { ...opens, disabled: busy === 'saving' })];
}

function noticeButtonOf({ notice, ask, busy }: Readonly<AuthState>): Button | null {
  switch (notice?.action) {
    case 'retry':
      if (ask === 'login') return null;
      return button(busy === 'retrying' ? '请稍候' : '重试', 'small', {
        action: 'retry',
        disabled: busy !== '',
      });
    case 'reconsider':
      return button('重新选择', 'small', { action: 'reconsider', disabled: busy === 'saving' });
    case 'contact':
      return ask === 'contact' ? null : contact('small');
    default:
      return null;
  }
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
  const { isLogin, user, notice, busy, ask, editing } = state;
  const asks = isLogin === 2 || editing;
  const { nickName = '', avatarUrl = '', title = '' } = user ?? {};
  const [heading, words] = asks ? wordsOf(state) : ['', ''];
  return {
    isLogin,
    nickName,
    avatarUrl,
    title,
    rows: [...(user === null ? [] : detailsOf(user)), ...phoneRowsOf(state), ...ordersRowsOf(state)],
    ask,
    heading,
    words,
    buttons: buttonsOf(state, phone),
    saving: busy === 'saving',
    retrying: busy === 'retrying',
    editable: isLogin === 1 && phone.form,
    editing: isLogin === 1 && editing,
    noticeText: notice?.text ?? '',
    noticeButton: noticeButtonOf(state),
  };
}
