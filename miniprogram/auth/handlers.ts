/** What happens on a page, as events for the machine. */
import { denialOf } from './denial';
import type { Privacy } from './effects/privacy';
import type { Session } from './effects/session';
import type { Event } from './events';
import type { Draft, PhoneWay } from './types';

/** What happens on a page, for its handlers: `auth.on`. */
export interface AuthHandlers {
  /** A tap on 重试, or on 登录 after a logout. */
  retry(): void;
  /** A tap on the button of a way that asks by a tap. Call it first thing in the handler. */
  authorizeTap(): void;
  /** The event of the button of a way that asks by a button of WeChat's. */
  authorizeButton(detail: unknown): void;
  /** The event of `<button open-type="getPhoneNumber">`. */
  phoneNumber(detail: unknown): void;
  /** A tap on 去设置. */
  settingsTap(): void;
  /** The event of `<button open-type="openSetting">`. */
  settingsButton(detail: unknown): void;
  edit(): void;
  cancel(): void;
  /** The user types. */
  typing(): void;
  /** Fields that the person has filled in. */
  change(fields: Partial<Draft>): void;
  /** No picture came; `detail` has WeChat's `errMsg`. */
  avatarMissing(detail: unknown): void;
  /** WeChat's review of the nickname. */
  review(detail: { pass?: boolean; timeout?: boolean }): void;
  /** A tap on 保存, with the form's values: a nickname picked above the keyboard fires no input event on some phones. */
  submit(fields: { nickName: string; title: string }): void;
  /** A sheet for the privacy contract came on screen (`true`) or left it. */
  privacySheet(shown: boolean): void;
  privacyAgree(): void;
  privacyRefuse(): void;
  /** A tap on 重新选择, after a refusal. */
  privacyReconsider(): void;
  privacyRead(): void;
  /** An avatar did not load. */
  avatarBroken(url: string): void;
  /** The page comes back: what did not load is tried again. */
  pageShown(): void;
}

/** Makes the handlers. */
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
    // A review that did not come to an end is no verdict.
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
