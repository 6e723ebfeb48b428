/**
 * Consent to the privacy contract (base library 2.32.3). WeChat holds back a call that touches personal data until
 * the person has answered a sheet that the mini-program shows; then the call goes on by itself.
 */
import { wxCall } from '../services/wx-call';
import { agreesToPrivacy } from './consent';
import { trustName } from './form';
import { PRIVACY_REFUSED } from './notice';
import { publish } from './state';

/** Id of the button to agree with: WeChat checks that a button with this id was really tapped. */
export const AGREE_BUTTON = 'agree-privacy';

/** typings 5.2.3 give this callback the wrong parameters; these are the ones of its doc comment (line 28786). */
type Resolve = (
  answer: { event: 'exposureAuthorization' | 'disagree' } | { event: 'agree'; buttonId: string },
) => void;
type Register = (listener: (resolve: Resolve) => void) => void;

/** Milliseconds that the sheet waits for the contract's name: it can do without. */
const NAME_PATIENCE = 1000;

/** Calls that wait for the same answer. */
let waiting: Resolve[] = [];

/** Registers for the question; on phones that never ask it, nothing happens. */
export function watchPrivacy(): void {
  const register = (wx as unknown as { onNeedPrivacyAuthorization?: Register }).onNeedPrivacyAuthorization;
  if (typeof register !== 'function') return;
  register((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) void show();
  });
}

async function show(): Promise<void> {
  const setting = await wxCall<unknown>((callbacks) => wx.getPrivacySetting(callbacks), NAME_PATIENCE).catch(
    () => null,
  );
  if (waiting.length === 0) return;
  const { privacyContractName: name } = Object(setting) as { privacyContractName?: unknown };
  publish({ privacy: typeof name === 'string' && name !== '' ? name : '《用户隐私保护指引》' });
  for (const resolve of waiting) resolve({ event: 'exposureAuthorization' });
}

/** The event `agreeprivacyauthorization` of the button: the calls go on. */
export function agreeToPrivacy(): void {
  trustName();
  end({ event: 'agree', buttonId: AGREE_BUTTON });
  publish({ privacy: '', notice: null });
}

/** The person's no: the calls fail, and the next one asks again. */
export function refusePrivacy(): void {
  end({ event: 'disagree' });
  publish({ privacy: '', notice: PRIVACY_REFUSED });
}

function end(answer: Parameters<Resolve>[0]): void {
  const all = waiting;
  waiting = [];
  for (const resolve of all) resolve(answer);
}

/** A tap on 重新选择, after a no: asks again. */
export function reconsiderPrivacy(): void {
  void agreesToPrivacy();
}

/** A tap on the contract's name. */
export function readPrivacyContract(): void {
  wx.openPrivacyContract({
    fail: () => {
      wx.showToast({ title: '暂时无法打开', icon: 'none' });
    },
  });
}
