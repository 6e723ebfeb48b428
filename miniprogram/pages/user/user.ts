import { auth } from '../../auth/index';
import { canFill, canIUse } from '../../auth/platform';
import { startShowing, stopShowing } from '../../auth/show';
import { INITIAL } from '../../auth/snapshot';
import { type Button, type UserView, viewOf } from './view';

interface Data extends UserView {
  [key: string]: unknown;
}

interface Custom {
  onAvatarError(): void;
  onAction(event: WechatMiniprogram.TouchEvent): void;
  onSettings(event: WechatMiniprogram.ButtonOpenSetting): void;
  onEditTap(): void;
  onOrdersTap(): void;
  onPhoneNumber(event: WechatMiniprogram.CustomEvent): void;
  [key: string]: unknown;
}

const { on } = auth;

const ACTIONS: Readonly<Record<Exclude<Button['action'], ''>, () => void>> = {
  retry: on.retry,
  reconsider: on.privacyReconsider,
  settings: on.settingsTap,
};

Page<Data, Custom>({
  // The page stays hidden until the first check ends. Its state before that is the same for every user, and would
  // flash.
  data: { ...viewOf(INITIAL, { settingsButton: false, form: false }) },

  onLoad() {
    startShowing(this, (state) =>
      viewOf(state, { settingsButton: canIUse('button.open-type.openSetting'), form: canFill() }),
    );
  },
  onShow() {
    on.pageShown();
  },
  onUnload() {
    stopShowing(this);
  },

  onAvatarError() {
    on.avatarBroken(this.data.avatarUrl);
  },

  onAction({ currentTarget }) {
    const action = currentTarget.dataset.action as Button['action'];
    if (action !== '') ACTIONS[action]();
  },
  onSettings: ({ detail }) => on.settingsButton(detail),
  onPhoneNumber: ({ detail }) => on.phoneNumber(detail),
  onEditTap: on.edit,

  onOrdersTap() {
    // The entry is shown only if the profile is known, but the state can change between rendering and tap.
    if (auth.getState().isLogin === 1) wx.navigateTo({ url: '/pages/orders/orders' });
  },
});
