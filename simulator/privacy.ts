/**
 * Consent to the privacy contract (base library 2.32.3 and later): an API that touches personal data pends until the
 * mini-program's own dialogue has been answered (typings 5.2.3, `wx.onNeedPrivacyAuthorization`).
 */
import type { Core } from './core';
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
   * Rejects with an `ApiFailure` after a refusal, or when the mini-program registered no listener.
   */
  gate(referrer: string): Promise<void>;
  /** A person tapped a `<button open-type="agreePrivacyAuthorization">`. */
  agree(buttonId: string): void;
  /** The process ended: listener and pending calls are gone, consent stays. */
  drop(): void;
}

const refusal = () => new ApiFailure('privacy permission is not authorized', { errno: 104 });

/** Makes the consent of one phone. */
export function createPrivacy(getCore: () => Core): Privacy {
  let listener: PrivacyListener | undefined;
  let agreed = false;
  let waiting: { resolve(): void; reject(error: Error): void }[] = [];
  const clicked = new Set<string>();
  const needed = () => {
    const { era, options, since } = getCore();
    return !agreed && since('2.32.3') && (options.privacy?.needAuthorization ?? era === 'fill');
  };
  const answerAll = (act: (one: { resolve(): void; reject(error: Error): void }) => void) => {
    const all = waiting;
    waiting = [];
    for (const one of all) act(one);
  };
  const answer = (given: PrivacyAnswer) => {
    if (given?.event === 'disagree') answerAll((one) => one.reject(refusal()));
    if (given?.event !== 'agree') return;
    // Agreeing counts only if the person really tapped that button.
    if (given.buttonId !== undefined && clicked.has(given.buttonId)) {
      agreed = true;
      answerAll((one) => one.resolve());
      return;
    }
    getCore().reportOnce(
      `onNeedPrivacyAuthorization: "agree" names the button ${JSON.stringify(given.buttonId)}, but nobody tapped a button with this id and open-type agreePrivacyAuthorization.`,
    );
  };

  return {
    get contractName() {
      return getCore().options.privacy?.contractName ?? '《小程序隐私保护指引》';
    },
    get needed() {
      return needed();
    },
    listen(next) {
      listener = next;
    },
    gate(referrer) {
      if (!needed()) return Promise.resolve();
      const heard = listener;
      if (heard === undefined) return Promise.reject(refusal());
      const core = getCore();
      const { generation } = core;
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
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
      });
    },
    agree(buttonId) {
      clicked.add(buttonId);
      agreed = true;
    },
    drop() {
      listener = undefined;
      waiting = [];
      clicked.clear();
    },
  };
}
