/** Plays a list of user steps on any stage: taps, typed text, answers to sheets. */
import { untilIdle } from './phone/idle';
import { turn } from './phone/turns';
import { WECHAT_AVATAR } from './phone/wechat-avatar';
import type { Phone } from './types';

export type UserStep =
  /**
   * Taps the element that shows this text; `nth` (from 0) selects one of several. With `wait: false` the step
   * ends while the mini-program may still be busy, e.g. loading.
   */
  | { tap: string; nth?: number; wait?: false }
  /** Types into the field with this `name`, then blurs it. */
  | { type: string; into: string }
  /** Focuses the field with this `name`. It stays focused. */
  | { focus: string }
  /** Answers the sheet or dialog that the phone is showing. */
  | { answer: 'authorize'; with: 'allow' | 'deny' | 'dismiss' }
  | { answer: 'modal'; with: 'confirm' | 'cancel' }
  /** Sets switches on the settings page, then returns to the mini-program. */
  | { answer: 'settings'; set: Readonly<Record<string, boolean>> }
  /** `huge-picture` is too large for any backend; WeChat's own review rejects `rejected-picture`. */
  | { answer: 'avatar'; with: 'wechat' | 'cancel' | 'huge-picture' | 'rejected-picture' }
  /** `allow` chooses the first number. */
  | { answer: 'phone-number'; with: 'allow' | 'deny' | 'dismiss' }
  | { answer: 'phone-quota'; with: 'close' };

/** The actions that a stage implements for the steps. */
export interface StageActions {
  /**
   * @param nth selects one of several elements, from 0
   * @throws Error when nothing on the page shows this text
   */
  tap(text: string, nth?: number): unknown;
  /** @throws Error when no field has this name. */
  type(text: string, name: string): unknown;
  /** @throws Error when no field has this name. */
  focus(name: string): unknown;
  /** Waits until the mini-program has no work left. */
  settle(): Promise<void>;
}

/** The number of macrotasks in which a mini-program that waits for no answer does its work. */
const BUSY_TURNS = 50;

/** The size in bytes of a picture that is too large for any backend. */
const HUGE = 2 * 1024 * 1024;

/** Pads the avatar's picture to this size; it can still be displayed. */
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

/** @throws Error that names the step when the step fails. */
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
 * Plays the steps one after the other. Waits after each step until the mini-program has no work left, unless the step
 * has `wait: false`.
 * @param stops See `SceneConfig.stops`: the last step is not awaited to its end.
 * @throws Error that names the step that failed.
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
