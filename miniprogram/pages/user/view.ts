/** Computes the page's data from the login's state. It is pure, so that the page itself decides nothing. */
import type { AuthState } from '../../auth/snapshot';
import type { Ask } from '../../auth/state';
import type { Words } from '../../auth/types';
import type { UserInfo } from '../../services/contract';

/** A button. `action` is empty if WeChat performs the action (`openType`). */
export interface Button {
  label: string;
  look: 'primary' | 'plain' | 'small';
  action: '' | 'retry' | 'reconsider' | 'settings';
  openType: '' | 'contact' | 'openSetting';
  busy: boolean;
  disabled: boolean;
}

/** A row of the list: a value, a button that binds a phone number, or a button that asks for the profile. */
export interface Row {
  label: string;
  value: string;
  kind: 'value' | 'bind' | 'ask';
  /** A bind is running. */
  busy: boolean;
  /** Error message below the row; empty for none. */
  problem: string;
}

/** The page's data that depends on the login's state. */
export interface UserView {
  isLogin: AuthState['isLogin'];
  nickName: string;
  avatarUrl: string;
  title: string;
  rows: Row[];
  /** How the page asks a user without a profile. */
  ask: Ask;
  /** Texts above the button or form. */
  heading: string;
  words: string;
  /** Further buttons below the button or form. */
  buttons: Button[];
  saving: boolean;
  retrying: boolean;
  /** The user has a profile, so the edit button is shown. */
  editable: boolean;
  /** The user is editing their profile. */
  editing: boolean;
  noticeText: string;
  /** null for none, and if the page already has the same button. */
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

/** Rows with the user's gender and region. */
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

/** The row for orders, for a user without a profile. A user with a profile has a link instead. */
function ordersRowsOf({ isLogin, ask }: Readonly<AuthState>): Row[] {
  if (isLogin !== 2) return [];
  if (ask === 'tap' || ask === 'button') return [{ ...row('待支付订单', ''), kind: 'ask' }];
  return [row('待支付订单', ask === 'form' ? '完善资料后查看' : '登录后查看')];
}

/** Heading and text for a user without a profile, or during an edit. */
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

/** Abilities of the phone on which the page depends. */
interface PhoneParts {
  /** `<button open-type="openSetting">` (base library 2.0.7). */
  settingsButton: boolean;
  /** The components of the form (base library 2.21.2). */
  form: boolean;
}

/** Computes the page's data. */
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
