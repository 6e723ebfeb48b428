import { auth } from '../../auth/index';
import { canFill, canIUse } from '../../auth/platform';
import { startShowing, stopShowing } from '../../auth/show';
import { INITIAL } from '../../auth/snapshot';
import { type UserView, viewOf } from './view';

interface Data extends UserView {
  [key: string]: unknown;
}

interface Custom {
  onAvatarError(): void;
  onSettings(event: WechatMiniprogram.ButtonOpenSetting): void;
  onSettingsTap(): void;
  onReconsiderTap(): void;
  onRetryTap(): void;
  onEditTap(): void;
  onOrdersTap(): void;
  onPhoneNumber(event: WechatMiniprogram.CustomEvent): void;
  [key: string]: unknown;
}

Page<Data, Custom>({
  // Hidden until there is an answer: the state before it is the same for every user.
  data: { ...viewOf(INITIAL, { settingsButton: false, form: false }) },

  onLoad() {
    startShowing(this, (state) =>
      viewOf(state, { settingsButton: canIUse('button.open-type.openSetting'), form: canFill() }),
    );
  },
  onShow() {
    auth.on.pageShown();
  },
  onUnload() {
    stopShowing(this);
  },

  onAvatarError() {
    auth.on.avatarBroken(this.data.avatarUrl);
  },

  onSettings: ({ detail }) => auth.on.settingsButton(detail),
  onSettingsTap: () => auth.on.settingsTap(),
  onPhoneNumber: ({ detail }) => auth.on.phoneNumber(detail),
  onRetryTap: () => auth.on.retry(),
  onReconsiderTap: () => auth.on.privacyReconsider(),
  onEditTap: () => auth.on.edit(),

  onOrdersTap() {
    // The entry is for known people; a tap can arrive after that has changed.
    if (auth.getState().isLogin === 1) wx.navigateTo({ url: '/pages/orders/orders' });
  },
});
