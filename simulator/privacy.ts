/**
 * Consent to the privacy contract (base library 2.32.3 and later): an API that touches personal data pends until the
 * person has answered, in the mini-program's own dialogue or, if it registered none, in WeChat's
 * (typings 5.2.3, `wx.onNeedPrivacyAuthorization`; miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html).
 */
import type { Core } from './core';
import { ERRNO } from './errno';
import { ApiFailure } from './failure';
import { post } from './turns';

/** What the mini-program answers with. */
export interface PrivacyAnswer {
  event: 'exposureAuthorization' | 'agree' | 'disagree';
  buttonId?: string;
}

export type PrivacyListener = (resolve: (answer: PrivacyAnswer) => void, info: { referrer: string }) => void;

export interface Privacy {
  readonly contractName: string;
  /** Has the person still to agree? */
  readonly needed: boolean;
  /** The last registration wins. */
  listen(listener: PrivacyListener): void;
  /**
   * Resolves at once when nothing is needed, else when the person has agreed.
   * @throws ApiFailure after a refusal.
   */
  gate(referrer: string): Promise<void>;
  /** A person tapped a `<button open-type="agreePrivacyAuthorization">`. */
  agree(buttonId: string): void;
  /** Shows the contract until the person goes back. */
  showContract(): void;
  /** The process ended: listener and pending calls are gone, consent stays. */
  drop(): void;
  /** The mini-program was deleted: consent is gone too. */
  forget(): void;
}

/** For so long after a refusal of WeChat's own dialogue it does not show again: calls fail at once (ms). */
const PAUSE_AFTER_REFUSAL = 10_000;

const refusal = () => new ApiFailure('privacy permission is not authorized', ERRNO.privacyRefused);

interface Waiting {
  resolve(): void;
  reject(error: Error): void;
}

/** Makes the consent of one phone. */
export function createPrivacy(getCore: () => Core): Privacy {
  let listener: PrivacyListener | undefined;
  let agreed = false;
  /** False once the mini-program was deleted: that the person had agreed before counts no longer. */
  let fresh = true;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let waiting: Waiting[] = [];
  let dialogue: (() => void) | undefined;
  const clicked = new Set<string>();
  const needed = () => {
    const { era, options, since } = getCore();
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
  const contractName = () => getCore().options.privacy?.contractName ?? '《小程序隐私保护指引》';

  const answer = (given: PrivacyAnswer) => {
    if (given?.event === 'disagree') answerAll((one) => one.reject(refusal()));
    if (given?.event !== 'agree') return;
    // Agreeing counts only if the person really tapped that button.
    if (given.buttonId !== undefined && clicked.has(given.buttonId)) {
      consent();
      return;
    }
    getCore().reportOnce(
      `onNeedPrivacyAuthorization: "agree" names the button ${JSON.stringify(given.buttonId)}, but no tapped button has this id and open-type agreePrivacyAuthorization.`,
    );
  };

  function tell(heard: PrivacyListener, referrer: string): void {
    const core = getCore();
    const { generation } = core;
    post(() => {
      if (generation !== core.generation) return;
      core.activity += 1;
      core.gesture.enter(undefined);
      try {
        heard(answer, { referrer });
      } catch (error) {
        core.raise(error, 'The listener of wx.onNeedPrivacyAuthorization');
      }
    });
  }

  /** WeChat's own dialogue; calls that come while it shows wait for the same answer. */
  function showDialogue(): void {
    const core = getCore();
    if (dialogue !== undefined) return;
    const end = (act: () => void) => () => {
      dialogue?.();
      dialogue = undefined;
      act();
    };
    dialogue = core.screen.show({
      kind: 'privacy',
      contractName: contractName(),
      agree: end(consent),
      disagree: end(() => {
        refusedAt = core.clock.now();
        answerAll((one) => one.reject(refusal()));
      }),
      openContract: showContract,
    });
  }

  function showContract(): void {
    const close = getCore().screen.show({
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
      const paused = getCore().clock.now() - refusedAt < PAUSE_AFTER_REFUSAL;
      if (listener === undefined && paused) return Promise.reject(refusal());
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        if (listener === undefined) showDialogue();
        else tell(listener, referrer);
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
