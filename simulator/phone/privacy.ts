/**
 * Consent to the privacy contract (base library 2.32.3 and later). An API that accesses personal data waits until the
 * user has answered a dialog: the mini-program's own or, if it registered none, WeChat's (typings 5.2.3,
 * `wx.onNeedPrivacyAuthorization`; miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html).
 */

import type { Era, PhoneClock, PhoneOptions } from '../types';
import { ERRNO } from './errno';
import { ApiFailure } from './failure';
import type { Gesture } from './gesture';
import type { ScreenControl } from './screen';
import { post } from './turns';

/** The mini-program's answer to the request for consent. */
interface PrivacyAnswer {
  event: 'exposureAuthorization' | 'agree' | 'disagree';
  buttonId?: string;
}

export type PrivacyListener = (resolve: (answer: PrivacyAnswer) => void, info: { referrer: string }) => void;

export interface Privacy {
  readonly contractName: string;
  /** Must the user still agree? */
  readonly needed: boolean;
  /** Sets the mini-program's listener; replaces the previous one. */
  listen(listener: PrivacyListener): void;
  /**
   * Resolves at once if no consent is needed, else when the user agrees.
   * @throws ApiFailure after a refusal.
   */
  gate(referrer: string): Promise<void>;
  /** The user tapped a `<button open-type="agreePrivacyAuthorization">`. */
  agree(buttonId: string): void;
  /** Shows the contract until the user goes back. */
  showContract(): void;
  /** Forgets the listener and the pending calls of a process that has ended. The consent remains. */
  drop(): void;
  /** Forgets the consent as well, because the mini-program was deleted. */
  forget(): void;
}

/** After a refusal in WeChat's own dialog, calls fail at once for this time (ms) without a new dialog. */
const PAUSE_AFTER_REFUSAL = 10_000;

const refusal = () => new ApiFailure('privacy permission is not authorized', ERRNO.privacyRefused);

interface Waiting {
  resolve(): void;
  reject(error: Error): void;
}

/** The parts of the phone that this file uses. */
interface AskingPhone {
  readonly era: Era;
  readonly options: Pick<PhoneOptions, 'privacy'>;
  readonly clock: PhoneClock;
  readonly gesture: Gesture;
  readonly screen: ScreenControl;
  readonly generation: number;
  activity: number;
  since(version: string): boolean;
  reportOnce(message: string): void;
  raise(error: unknown, where: string): void;
}

/** Creates the consent state of one phone. */
export function createPrivacy(getPhone: () => AskingPhone): Privacy {
  let listener: PrivacyListener | undefined;
  let agreed = false;
  /** False after the mini-program was deleted: then an option that says that the user has agreed no longer applies. */
  let fresh = true;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let waiting: Waiting[] = [];
  let dialogue: (() => void) | undefined;
  const clicked = new Set<string>();
  const needed = () => {
    const { era, options, since } = getPhone();
    if (agreed || !since('2.32.3')) return false;
    const byOption = options.privacy?.needAuthorization;
    return fresh ? (byOption ?? era === 'fill') : byOption === true || era === 'fill';
  };
  const answerAll = (act: (one: Waiting) => void) => {
    const all = waiting;
    waiting = [];
    for (const one of all) act(one);
  };
  const consent = () => {
    agreed = true;
    answerAll((one) => one.resolve());
  };
  const contractName = () => getPhone().options.privacy?.contractName ?? '《小程序隐私保护指引》';

  const answer = (given: PrivacyAnswer) => {
    if (given?.event === 'disagree') answerAll((one) => one.reject(refusal()));
    if (given?.event !== 'agree') return;
    // The consent is valid only if the user has really tapped that button.
    if (given.buttonId !== undefined && clicked.has(given.buttonId)) {
      consent();
      return;
    }
    getPhone().reportOnce(
      `onNeedPrivacyAuthorization: "agree" names the button ${JSON.stringify(given.buttonId)}, but no tapped button has this id and open-type agreePrivacyAuthorization.`,
    );
  };

  function callListener(next: PrivacyListener, referrer: string): void {
    const phone = getPhone();
    const { generation } = phone;
    post(() => {
      if (generation !== phone.generation) return;
      phone.activity += 1;
      phone.gesture.enter(undefined);
      try {
        next(answer, { referrer });
      } catch (error) {
        phone.raise(error, 'The listener of wx.onNeedPrivacyAuthorization');
      }
    });
  }

  /** Shows WeChat's own dialog. Calls that arrive while it is open wait for the same answer. */
  function showDialogue(): void {
    const phone = getPhone();
    if (dialogue !== undefined) return;
    const end = (act: () => void) => () => {
      dialogue?.();
      dialogue = undefined;
      act();
    };
    dialogue = phone.screen.show({
      kind: 'privacy',
      contractName: contractName(),
      agree: end(consent),
      disagree: end(() => {
        refusedAt = phone.clock.now();
        answerAll((one) => one.reject(refusal()));
      }),
      openContract: showContract,
    });
  }

  function showContract(): void {
    const close = getPhone().screen.show({
      kind: 'contract',
      contractName: contractName(),
      back: () => close(),
    });
  }

  return {
    get contractName() {
      return contractName();
    },
    get needed() {
      return needed();
    },
    listen(next) {
      listener = next;
    },
    gate(referrer) {
      if (!needed()) return Promise.resolve();
      // `abs`: if the clock was set back, the pause does not become longer.
      const paused = Math.abs(getPhone().clock.now() - refusedAt) < PAUSE_AFTER_REFUSAL;
      if (listener === undefined && paused) return Promise.reject(refusal());
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        if (listener === undefined) showDialogue();
        else callListener(listener, referrer);
      });
    },
    agree(buttonId) {
      clicked.add(buttonId);
      agreed = true;
    },
    showContract,
    drop() {
      listener = undefined;
      waiting = [];
      dialogue = undefined;
      clicked.clear();
    },
    forget() {
      agreed = false;
      fresh = false;
      refusedAt = Number.NEGATIVE_INFINITY;
    },
  };
}
