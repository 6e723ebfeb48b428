/** The actions of `<button open-type>` on a tap. Several values can be joined with `|`. */

import type { PressedButton } from '../types';
import { isKnown } from '../wx/can-i-use';
import { authSettingOf, isUserInfoRetired, showSettings } from '../wx/setting';
import { userData } from '../wx/user-info';
import { showAuthorizeSheet } from './consent';
import type { Core } from './core';
import { ERRNO_SINCE } from './errno';
import { failureResult } from './failure';
import { givePhoneNumber } from './phone-number';
import { post } from './turns';
import { WECHAT_AVATAR } from './wechat-avatar';

/** Executes one `open-type`. Emits its event on the button, if WeChat fires one. */
type Behaviour = (core: Core, button: PressedButton, emit: PressedButton['emit']) => Promise<void>;

/** Used when no API call waits for the user, so there is nothing to count as waiting. */
const NO_CALL = { waitForUser: <T>(answer: Promise<T>) => answer };

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  async getUserInfo(core, _button, emit) {
    const scope = 'scope.userInfo';
    try {
      await core.privacy.gate('button.getUserInfo');
      const anonymous = isUserInfoRetired(core);
      // A tap shows the sheet again even after a refusal, because the user acts on purpose; the limit on sheets does
      // not apply (developers.weixin.qq.com/community/develop/doc/0000c2ce318558fa7da63803951c00, which quotes the
      // announcement of the button, and …/000ae4cd050ac0693409f7a0e5b800, an observation).
      if (!anonymous && core.scopes.get(scope) !== true) {
        await showAuthorizeSheet(core, NO_CALL, scope, {
          remember: true,
          skip: () => core.scopes.get(scope) === true,
        });
      }
      const data = await userData(core, { anonymous, withCredentials: undefined, withIdentity: true });
      emit('getuserinfo', { ...data, errMsg: 'getUserInfo:ok' });
    } catch (error) {
      emit('getuserinfo', { ...failureResult('getUserInfo', error, core.since(ERRNO_SINCE)) });
    }
  },

  async openSetting(core, _button, emit) {
    await showSettings(core);
    emit('opensetting', { authSetting: authSettingOf(core), errMsg: 'openSetting:ok' });
  },

  async chooseAvatar(core, _button, emit) {
    try {
      await core.privacy.gate('button.chooseAvatar');
    } catch (error) {
      emit('chooseavatar', { ...failureResult('chooseAvatar', error, core.since(ERRNO_SINCE)) });
      return;
    }
    const avatarUrl = await chooseAvatar(core);
    // No event if the user cancels, or if the picture fails WeChat's review (since 2.24.4).
    if (avatarUrl !== undefined) emit('chooseavatar', { avatarUrl, errMsg: 'chooseAvatar:ok' });
  },

  getPhoneNumber: (core, button, emit) => givePhoneNumber(core, 'getPhoneNumber', button, emit),

  getRealtimePhoneNumber: (core, button, emit) =>
    givePhoneNumber(core, 'getRealtimePhoneNumber', button, emit),

  /**
   * Customer service opens outside the mini-program. `bindcontact` fires for a card sent there; this is not modelled.
   */
  async contact() {},

  async agreePrivacyAuthorization(core, button, emit) {
    core.privacy.agree(String(button.attributes.id ?? ''));
    emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  },
};

/** The user taps the button: executes each of its values, consent to the privacy contract first. */
export function pressButton(core: Core, button: PressedButton): void {
  const values = button.openType.split('|').filter((value) => value !== '');
  values.sort(
    (a, b) => Number(b === 'agreePrivacyAuthorization') - Number(a === 'agreePrivacyAuthorization'),
  );
  const { generation } = core;
  const emit: PressedButton['emit'] = (event, detail) => {
    post(() => {
      if (generation !== core.generation) return;
      core.activity += 1;
      core.gesture.enter(undefined);
      try {
        button.emit(event, detail);
      } catch (error) {
        core.raise(error, `The handler of ${event}`);
      }
    });
  };
  for (const value of values) {
    const behaviour = BEHAVIOURS[value];
    if (behaviour === undefined) {
      core.reportOnce(
        `<button open-type="${value}"> is not modelled by the simulated phone: nothing happens.`,
      );
    } else if (!isKnown(core, `button.open-type.${value}`)) {
      core.reportOnce(
        `<button open-type="${value}"> does nothing: base library ${core.sdkVersion} does not have it yet.`,
      );
    } else {
      core.activity += 1;
      behaviour(core, button, emit).catch((error: unknown) => core.raise(error, `open-type="${value}"`));
    }
  }
}

/** Shows the avatar sheet. Resolves with a path, or with undefined if the user cancels or the picture is rejected. */
async function chooseAvatar(core: Core): Promise<string | undefined> {
  const { avatarUrl } = await core.outside.track(core.options.wechat.profileOf(core.account)).answer;
  return new Promise((resolve) => {
    const close = core.screen.show({
      kind: 'avatar',
      wechatAvatarUrl: avatarUrl,
      useWechat() {
        close();
        resolve(core.files.add(WECHAT_AVATAR.bytes, WECHAT_AVATAR.type));
      },
      usePicture({ bytes, type, rejected = false }) {
        close();
        resolve(rejected && core.since('2.24.4') ? undefined : core.files.add(bytes, type));
      },
      cancel() {
        close();
        resolve(undefined);
      },
    });
  });
}
