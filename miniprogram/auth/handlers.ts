/** Converts events of a page into events of the machine. */
import { denialOf } from './denial';
import type { Privacy } from './effects/privacy';
import type { Session } from './effects/session';
import type { Event } from './events';
import type { Draft, PhoneWay } from './types';

/** Handlers for the events of a page: `auth.on`. */
export interface AuthHandlers {
  /** A tap on 重试, or on 登录 after a logout. */
  retry(): void;
  /** A tap on the button of a way that asks by `tap`. It must be the first call in the tap handler. */
  authorizeTap(): void;
  /** The event of the button of a way that asks by `button`. */
  authorizeButton(detail: unknown): void;
  /** The event of `<button open-type="getPhoneNumber">`. */
  phoneNumber(detail: unknown): void;
  /** A tap on 去设置. */
  settingsTap(): void;
  /** The event of `<button open-type="openSetting">`. */
  settingsButton(detail: unknown): void;
  edit(): void;
  cancel(): void;
  typing(): void;
  /** The user has filled in these fields. */
  change(fields: Partial<Draft>): void;
  /** The user's choice of an avatar returned no picture; `detail` contains WeChat's `errMsg`. */
  avatarMissing(detail: unknown): void;
  /** The result of WeChat's review of the nickname. */
  review(detail: { pass?: boolean; timeout?: boolean }): void;
  /**
   * A tap on 保存, with the form's values: on some phones, a nickname that is picked above the keyboard fires no input
   * event.
   */
  submit(fields: { nickName: string; title: string }): void;
  /** A sheet for the privacy contract is on screen (`true`), or no longer. */
  privacySheet(shown: boolean): void;
  privacyAgree(): void;
  privacyRefuse(): void;
  /** A tap on 重新选择, after the user refused the privacy contract. */
  privacyReconsider(): void;
  privacyRead(): void;
  /** An avatar image failed to load. */
  avatarBroken(url: string): void;
  /** The page is shown again: the avatar that failed to load is loaded once more. */
  pageShown(): void;
}

export function createHandlers(
  dispatch: (event: Event) => void,
  session: Session,
  privacy: Privacy,
  phone: PhoneWay | undefined,
): AuthHandlers {
  return {
    retry: () => dispatch({ type: 'retried' }),
    authorizeTap: () => dispatch({ type: 'askedFor', by: 'tap' }),
    authorizeButton: (detail) => dispatch({ type: 'askedFor', by: 'button', detail }),
    phoneNumber(detail) {
      const given = phone?.read(detail);
      if (given)
        dispatch('code' in given ? { type: 'phoneGiven', ...given } : { type: 'phoneDenied', ...given });
    },
    settingsTap: () => dispatch({ type: 'askedFor', by: 'settings' }),
    settingsButton: (detail) => dispatch({ type: 'askedFor', by: 'settings', detail: Object(detail) }),
    edit: () => dispatch({ type: 'editTapped' }),
    cancel: () => dispatch({ type: 'cancelTapped' }),
    typing: () => dispatch({ type: 'typed' }),
    change: (fields) => dispatch({ type: 'changed', fields }),
    avatarMissing: (detail) => dispatch({ type: 'avatarDenied', denial: denialOf(detail) }),
    // A review that timed out is not a rejection.
    review: ({ pass, timeout }) => dispatch({ type: 'reviewed', pass: pass !== false || timeout === true }),
    submit: (fields) => dispatch({ type: 'submitted', fields, logins: session.logins() }),
    privacySheet: privacy.sheetShown,
    privacyAgree: () => dispatch({ type: 'privacyAnswered', agreed: true }),
    privacyRefuse: () => dispatch({ type: 'privacyAnswered', agreed: false }),
    privacyReconsider: () => void privacy.askConsent(),
    privacyRead: privacy.read,
    avatarBroken: (url) => dispatch({ type: 'avatarBroken', url }),
    pageShown: () => dispatch({ type: 'pageShown' }),
  };
}
