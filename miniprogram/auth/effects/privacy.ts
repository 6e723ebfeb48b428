/**
 * Consent to the privacy contract (base library 2.32.3). WeChat holds back a call that touches personal data until
 * the person has answered a sheet that the mini-program shows; then WeChat continues the call.
 */
import { wxCall } from '../../services/wx-call';
import { denialOf } from '../denial';

/** Id of the button to agree with: WeChat checks that a button with this id was really tapped. */
export const AGREE_BUTTON = 'agree-privacy';

/** typings 5.2.3 give this callback the wrong parameters; these are the ones of its doc comment (line 28786). */
type Resolve = (
  answer: { event: 'exposureAuthorization' | 'disagree' } | { event: 'agree'; buttonId: string },
) => void;
type Register = (listener: (resolve: Resolve) => void) => void;

/** Milliseconds to wait for the contract's name. After that the sheet shows a default name. */
const NAME_TIMEOUT = 1000;

export interface Privacy {
  /**
   * Reports that a sheet is on screen, or has left it. `wx.onNeedPrivacyAuthorization` is registered with the first sheet:
   * a mini-program without a listener gets WeChat's own dialog.
   */
  sheetShown(shown: boolean): void;
  /** The person's answer: the calls go on, or fail and ask again the next time. */
  answer(agreed: boolean): void;
  /**
   * Asks for consent if the person has not agreed yet.
   * @returns false after a refusal. true on a phone without privacy contracts, and for an account that has none.
   */
  askConsent(): Promise<boolean>;
  /** Opens the contract. */
  read(): void;
}

/** @param asked called with the name of the contract when a call waits for consent */
export function createPrivacy(asked: (contract: string) => void): Privacy {
  /** Calls that wait for the same answer. */
  let waiting: Resolve[] = [];
  let sheets = 0;
  let registered = false;

  const answer = (agreed: boolean) => {
    const all = waiting;
    waiting = [];
    for (const resolve of all)
      resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' });
  };

  async function show(): Promise<void> {
    const setting = await wxCall<unknown>((callbacks) => wx.getPrivacySetting(callbacks), NAME_TIMEOUT).catch(
      () => null,
    );
    if (waiting.length === 0) return;
    const { privacyContractName: name } = Object(setting) as { privacyContractName?: unknown };
    asked(typeof name === 'string' && name !== '' ? name : '《用户隐私保护指引》');
    for (const resolve of waiting) resolve({ event: 'exposureAuthorization' });
  }

  function register(): void {
    registered = true;
    const listen = (wx as unknown as { onNeedPrivacyAuthorization?: Register }).onNeedPrivacyAuthorization;
    if (typeof listen !== 'function') return;
    listen((resolve) => {
      // A listener cannot be removed. On a page without a sheet the call fails, instead of waiting for ever.
      if (sheets === 0) return resolve({ event: 'disagree' });
      waiting.push(resolve);
      if (waiting.length === 1) void show();
    });
  }

  return {
    sheetShown(shown) {
      sheets += shown ? 1 : -1;
      if (shown && !registered) register();
    },
    answer,
    askConsent: () =>
      wxCall<unknown>((callbacks) => wx.requirePrivacyAuthorize(callbacks)).then(
        () => true,
        (failure) => denialOf(failure) !== 'refused',
      ),
    read() {
      wx.openPrivacyContract({
        fail: () => {
          wx.showToast({ title: '暂时无法打开', icon: 'none' });
        },
      });
    },
  };
}
