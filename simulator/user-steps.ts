/** Plays a list of user steps: taps, typed text, answers to what the phone shows. For any stage. */
import { untilIdle } from './idle';
import { turn } from './turns';
import type { Phone } from './types';
import { WECHAT_AVATAR } from './wechat-avatar';

/** One step of the user. */
export type UserStep =
  /**
   * Taps the element that shows this text, the one at place `nth` (from 0) where several do; `wait: false` looks on while
   * the mini-program is still busy with it.
   */
  | { tap: string; nth?: number; wait?: false }
  /** Types into the field with this `name`, and leaves it. */
  | { type: string; into: string }
  /** Puts the cursor into the field with this `name`, and stays there. */
  | { focus: string }
  /** Answers what the phone is showing. */
  | { answer: 'authorize'; with: 'allow' | 'deny' | 'dismiss' }
  | { answer: 'modal'; with: 'confirm' | 'cancel' }
  /** Switches scopes, and comes back. */
  | { answer: 'settings'; set: Readonly<Record<string, boolean>> }
  /** `huge-picture` is one that no backend takes, `rejected-picture` one that WeChat's own check turns away. */
  | { answer: 'avatar'; with: 'wechat' | 'cancel' | 'huge-picture' | 'rejected-picture' }
  /** `allow` gives the first number. */
  | { answer: 'phone-number'; with: 'allow' | 'deny' | 'dismiss' }
  | { answer: 'phone-quota'; with: 'close' };

/** What a stage must implement for the steps. */
export interface StageActions {
  /**
   * @param nth which of several, from 0
   * @throws Error when nothing on the page shows this text
   */
  tap(text: string, nth?: number): unknown;
  /** @throws Error when no field has this name. */
  type(text: string, name: string): unknown;
  /** @throws Error when no field has this name. */
  focus(name: string): unknown;
  /** Waits until the mini-program has come to rest. */
  settle(): Promise<void>;
}

/** Macrotasks after which a mini-program that waits for no answer has done its work. */
const BUSY_TURNS = 50;

/** Bytes of a picture that is too large for any backend. */
const HUGE = 2 * 1024 * 1024;

/** The avatar's picture, padded: it can be shown, whatever its size. */
function picture(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set(WECHAT_AVATAR.bytes);
  return bytes;
}

function answer({ screen }: Phone, step: Extract<UserStep, { answer: string }>): void {
  switch (step.answer) {
    case 'authorize':
      screen.get('authorize')[step.with]();
      break;
    case 'modal':
      screen.get('modal')[step.with]();
      break;
    case 'phone-number':
      screen.get('phone-number')[step.with]();
      break;
    case 'phone-quota':
      screen.get('phone-quota').close();
      break;
    case 'settings': {
      const settings = screen.get('settings');
      for (const [scope, granted] of Object.entries(step.set)) settings.set(scope, granted);
      settings.back();
      break;
    }
    case 'avatar': {
      const sheet = screen.get('avatar');
      if (step.with === 'wechat') sheet.useWechat();
      else if (step.with === 'cancel') sheet.cancel();
      else {
        const bytes = picture(step.with === 'huge-picture' ? HUGE : WECHAT_AVATAR.bytes.length);
        sheet.usePicture({ bytes, type: WECHAT_AVATAR.type, rejected: step.with === 'rejected-picture' });
      }
    }
  }
}

/** @throws Error that names the step when it cannot be done. */
async function playStep(phone: Phone, step: UserStep, actions: StageActions): Promise<void> {
  try {
    if ('tap' in step) await actions.tap(step.tap, step.nth);
    else if ('type' in step) await actions.type(step.type, step.into);
    else if ('focus' in step) await actions.focus(step.focus);
    else answer(phone, step);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`the step ${JSON.stringify(step)} cannot be done: ${reason}`, { cause });
  }
  if ('wait' in step) for (let turns = 0; turns < BUSY_TURNS; turns += 1) await turn();
  else await actions.settle();
}

/**
 * Does the steps one after the other, each when the mini-program has come to rest (unless the last one says not to wait).
 * @param stops The scene stops on its way: the last step is not waited for to the end.
 * @throws Error that names the step that could not be done.
 */
export async function playSteps(
  phone: Phone,
  steps: readonly UserStep[],
  actions: StageActions,
  stops = false,
): Promise<void> {
  for (const [at, step] of steps.entries()) {
    const played = playStep(phone, step, actions);
    await (stops && at === steps.length - 1 ? untilIdle(phone, played) : played);
  }
}
