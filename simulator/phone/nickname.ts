/** WeChat's review of a nickname that the user types (miniprogram/dev/framework/open-ability/userProfile.html). */

import type { NicknameReview, NicknameVerdict } from '../types';
import type { Core } from './core';
import { turn } from './turns';

const UNTOUCHED: NicknameReview = { pass: true, timeout: false, firesEvent: false, cleared: false };

/**
 * Does this phone support `<input type="nickname">`? Without consent to the privacy contract it is a plain text input, and
 * it does not request the consent (miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html).
 */
export function hasNicknameInput(core: Core): boolean {
  return core.since('2.21.2') && !core.privacy.needed;
}

/**
 * Reviews a name. Since base library 2.24.4 WeChat clears a rejected name. Since 2.29.1 the input fires
 * `nicknamereview`. The documentation does not say what happens if the review times out; here the name passes.
 */
export async function reviewNickname(core: Core, name: string): Promise<NicknameReview> {
  if (!hasNicknameInput(core) || !core.since('2.24.4')) return UNTOUCHED;
  await core.outside.track(turn()).answer;
  core.activity += 1;
  const verdict = core.online ? judge(core, name) : 'timeout';
  const firesEvent = core.since('2.29.1');
  return {
    pass: verdict !== 'reject',
    timeout: verdict === 'timeout',
    firesEvent,
    cleared: verdict === 'reject',
  };
}

function judge(core: Core, name: string): NicknameVerdict {
  const rule = core.options.nicknameReview ?? [];
  if (typeof rule !== 'function') return rule.some((word) => name.includes(word)) ? 'reject' : 'pass';
  try {
    return rule(name);
  } catch (error) {
    core.raise(error, 'nicknameReview');
    return 'timeout';
  }
}
