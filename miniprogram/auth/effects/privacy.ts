/**
 * Consent to the privacy contract (base library 2.32.3). WeChat pauses a call that touches personal data until the user
 * has answered a sheet of the mini-program. Then WeChat continues the call.
 */
import { wxCall } from '../../services/wx-call';
import { denialOf } from '../denial';

/** Id of the button for consent. WeChat checks that the user really tapped a button with this id. */
const AGREE_BUTTON = 'agree-privacy';

/**
 * typings 5.2.3 declare wrong parameters for this callback. These are the parameters of its doc comment (line 28786).
 */
type Resolve = (
  answer: { event: 'exposureAuthorization' | 'disagree' } | { event: 'agree'; buttonId: string },
) => void;
type Register = (listener: (resolve: Resolve) => void) => void;

/** Milliseconds to wait for the contract's name. Afterwards the sheet shows a default name. */
const NAME_TIMEOUT = 1000;

export interface Privacy {
  /**
   * Reports that a sheet is on screen, or no longer. Registers `wx.onNeedPrivacyAuthorization` with the first sheet:
   * without a registered listener, WeChat shows its own dialog.
   */
  sheetShown(shown: boolean): void;
  /** The user's answer. After a refusal the waiting calls fail, and the next call asks again. */
  answer(agreed: boolean): void;
  /**
   * Asks for consent if the user has not agreed yet.
   * @returns false after a refusal. true on a phone without privacy contracts, and for a mini-program without a
   *   contract.
   */
  askConsent(): Promise<boolean>;
  /** Opens the text of the contract. */
  read(): void;
}

/** @param asked called with the contract's name when a call waits for consent */
export function createPrivacy(asked: (contract: string) => void): Privacy {
  /** Calls that wait for the user's answer. */
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
      // A registered listener cannot be removed. On a page without a sheet the user cannot answer: let the call fail at
      // once.
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
