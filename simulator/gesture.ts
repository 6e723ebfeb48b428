/**
 * The tap gesture (点击态): some APIs work only as the consequence of a person's tap.
 *
 * It lasts until the current macrotask ends: microtasks keep it (on iOS 15 and older they lose it), timers lose it.
 * An API that needs it also consumes it: in the same macrotask it goes on counting, but the callbacks of requests no
 * longer inherit it (developers.weixin.qq.com/miniprogram/dev/framework/view/tap.html).
 */
import { post, postTimer } from './turns';

/** One tap of a person, or what counts as one. Callbacks that inherit the gesture share it. */
export interface Tap {
  /** An API that needs a tap has been called with it. */
  consumed: boolean;
}

export interface Gesture {
  /** The tap that the code that runs now is the consequence of; undefined: none. */
  readonly tap: Tap | undefined;
  /**
   * Says which tap the macrotask that runs now carries. Whatever was in force before is over: the platform delivers
   * every event and every callback in a macrotask of its own.
   */
  enter(tap: Tap | undefined): void;
  /** The handler or callback has returned: where promises do not carry the gesture, it ends here. */
  leave(): void;
}

/**
 * Makes the gesture state of one phone.
 * @param promisesCarry Do microtasks keep the gesture on this phone?
 */
export function createGesture(promisesCarry: () => boolean): Gesture {
  let current: Tap | undefined;
  let latest = 0;
  return {
    get tap() {
      return current;
    },
    enter(tap) {
      current = tap;
      latest += 1;
      if (tap === undefined) return;
      const mine = latest;
      const end = () => {
        if (latest === mine) current = undefined;
      };
      // Whichever macrotask comes first; a timer set by the handler comes after this one.
      post(end);
      postTimer(end);
    },
    leave() {
      if (!promisesCarry()) current = undefined;
    },
  };
}

/** iOS 15 and older replace Promise by one that does not carry the gesture (same page). */
export function promisesCarryGesture(device: { platform: string; system: string }): boolean {
  if (device.platform !== 'ios') return true;
  const major = /(\d+)/.exec(device.system)?.[1];
  return major === undefined || Number(major) > 15;
}
