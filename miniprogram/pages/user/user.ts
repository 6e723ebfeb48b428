import {
  cancelForm,
  editProfile,
  goOn,
  hearReview,
  missAvatar,
  reviseForm,
  submitForm,
} from '../../auth/form';
import { authorize, receiveSettings, receiveUserInfo, visitSettings } from '../../auth/give';
import { resume, retry } from '../../auth/launch';
import { canIUse } from '../../auth/phone-facts';
import { agreeToPrivacy, readPrivacyContract, reconsiderPrivacy, refusePrivacy } from '../../auth/privacy';
import { type AuthState, type Draft, getState, INITIAL, subscribe } from '../../auth/state';
import { canFill } from '../../auth/ways';
import { changes, type UserView, viewOf } from './view';

interface Data extends UserView {
  [key: string]: unknown;
}

interface Custom {
  unsubscribe: (() => void) | null;
  /** An avatar's address that leads nowhere. */
  brokenAvatar: string;
  render(state: Readonly<AuthState>): void;
  onAvatarError(): void;
  onAuthorizeTap(): void;
  onUserInfo(event: WechatMiniprogram.ButtonGetUserInfo): void;
  onSettings(event: WechatMiniprogram.ButtonOpenSetting): void;
  onSettingsTap(): void;
  onNoticeTap(): void;
  onRetryTap(): void;
  onEditTap(): void;
  onFormInput(): void;
  onFormChange(event: WechatMiniprogram.CustomEvent<Partial<Draft>>): void;
  onAvatarMiss(event: WechatMiniprogram.CustomEvent): void;
  onNicknameReview(event: WechatMiniprogram.CustomEvent<{ pass?: boolean; timeout?: boolean }>): void;
  onFormSave(event: WechatMiniprogram.CustomEvent<{ nickName: string; title: string }>): void;
  onFormCancel(): void;
  onPrivacyAgree(): void;
  onPrivacyRefuse(): void;
  onPrivacyRead(): void;
  onOrdersTap(): void;
  [key: string]: unknown;
}

Page<Data, Custom>({
  // Hidden until there is an answer: the state before it is the same for everybody.
  data: { ...viewOf(INITIAL, { settingsButton: false, form: false }) },

  unsubscribe: null,
  brokenAvatar: '',

  onLoad() {
    this.unsubscribe = subscribe((state) => this.render(state));
  },

  onUnload() {
    this.unsubscribe?.();
  },

  render(state) {
    const phone = { settingsButton: canIUse('button.open-type.openSetting'), form: canFill() };
    const view = viewOf(state, phone);
    if (view.avatarUrl === this.brokenAvatar) view.avatarUrl = '';
    const change = changes<UserView>(this.data, view);
    if (change !== null) this.setData(change);
  },

  onAvatarError() {
    this.brokenAvatar = this.data.avatarUrl;
    this.setData({ avatarUrl: '' });
  },

  // wx.getUserProfile works only within the tap's own task: nothing may come before it.
  onAuthorizeTap: authorize,
  onUserInfo: ({ detail }) => receiveUserInfo(detail),
  onSettings: ({ detail }) => receiveSettings(detail),
  onSettingsTap: visitSettings,
  onRetryTap: retry,

  onNoticeTap() {
    if (getState().notice?.kind === 'privacy') reconsiderPrivacy();
    else retry();
  },

  onEditTap: editProfile,
  onFormInput: goOn,
  onFormChange: ({ detail }) => reviseForm(detail),
  onAvatarMiss: ({ detail }) => missAvatar(detail),
  onNicknameReview: ({ detail }) => hearReview(detail),
  onFormSave: ({ detail }) => submitForm(detail),
  onFormCancel() {
    cancelForm();
    resume();
  },

  onPrivacyAgree() {
    agreeToPrivacy();
    resume();
  },
  onPrivacyRefuse: refusePrivacy,
  onPrivacyRead: readPrivacyContract,

  onOrdersTap() {
    // The entry is for known people; a tap that was under way when that changed is not.
    if (getState().isLogin === 1) wx.navigateTo({ url: '/pages/orders/orders' });
  },
});
