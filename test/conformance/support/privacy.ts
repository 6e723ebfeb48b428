/** Short calls for tests of the privacy contract. */
import { ask, press, type TestPhone } from './phone';

export const requirePrivacy = (test: TestPhone) =>
  ask(test, (option) => test.wx.requirePrivacyAuthorize(option));

/** `needAuthorization` of the result of wx.getPrivacySetting. */
export const needsConsent = async (test: TestPhone) =>
  (await ask(test, (option) => test.wx.getPrivacySetting(option))).result.needAuthorization;

/** Presses the button that gives consent. Returns its events. */
export const pressAgree = (test: TestPhone, id = 'agree-btn') =>
  press(test, 'agreePrivacyAuthorization', { id });
