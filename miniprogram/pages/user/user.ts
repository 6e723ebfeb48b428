import { authorize, receiveForm, receiveSettings, receiveUserInfo, visitSettings } from '../../auth/give';
import { retry } from '../../auth/launch';
import { canIUse } from '../../auth/phone-facts';
import { agreeToPrivacy, readPrivacyContract, refusePrivacy } from '../../auth/privacy';
import { type AuthState, getState, INITIAL, subscribe } from '../../auth/state';
import { changes, type UserView, viewOf } from './view';

interface Data extends UserView {
  /** The avatar's address leads nowhere. */
  avatarBroken: boolean;
  [key: string]: unknown;
}

interface Custom {
  unsubscribe: (() => void) | null;
  render(state: Readonly<AuthState>): void;
  onAvatarError(): void;
  onAuthorizeTap(): void;
  onUserInfo(event: WechatMiniprogram.ButtonGetUserInfo): void;
  onSettings(event: WechatMiniprogram.ButtonOpenSetting): void;
  onSettingsTap(): void;
  onRetryTap(): void;
  onFormSave(event: WechatMiniprogram.CustomEvent<{ nickName: string; avatarPath: string }>): void;
  onPrivacyAgree(): void;
  onPrivacyRefuse(): void;
  onPrivacyRead(): void;
  onOrdersTap(): void;
  [key: string]: unknown;
}

Page<Data, Custom>({
  // Hidden until there is an answer: the state before it is the same for everybody.
  data: {
    ...viewOf(INITIAL, false),
    avatarBroken: false,
  },

  unsubscribe: null,

  onLoad() {
    this.unsubscribe = subscribe((state) => this.render(state));
  },

  onUnload() {
    this.unsubscribe?.();
  },

  render(state) {
    const change = changes<UserView>(this.data, viewOf(state, canIUse('button.open-type.openSetting')));
    if (change === null) return;
    const another = change.avatarUrl !== undefined && this.data.avatarBroken;
    this.setData(another ? { ...change, avatarBroken: false } : change);
  },

  onAvatarError() {
    this.setData({ avatarBroken: true });
  },

  // wx.getUserProfile works only within the tap's own task: nothing may come before it.
  onAuthorizeTap() {
    void authorize();
  },

  onUserInfo({ detail }) {
    void receiveUserInfo(detail);
  },

  onSettings({ detail }) {
    void receiveSettings(detail);
  },

  onSettingsTap() {
    void visitSettings();
  },

  onRetryTap() {
    void retry();
  },

  onFormSave({ detail }) {
    void receiveForm(detail);
  },

  onPrivacyAgree() {
    agreeToPrivacy();
  },

  onPrivacyRefuse() {
    refusePrivacy();
  },

  onPrivacyRead() {
    readPrivacyContract();
  },

  onOrdersTap() {
    // The entry is for known people; a tap that was under way when that changed is not.
    if (getState().isLogin === 1) wx.navigateTo({ url: '/pages/orders/orders' });
  },
});
