/**
 * The tap gesture (点击态): some APIs work only in code that a tap of the user has started.
 * The gesture lasts until the current macrotask ends. Microtasks keep it (on iOS 15 and older they lose it); timers
 * lose it. An API that needs the gesture also consumes it: other calls in the same macrotask still have it, but the
 * callbacks of requests no longer inherit it (developers.weixin.qq.com/miniprogram/dev/framework/view/tap.html).
 */
import { post, postTimer } from './turns';

/** One tap of the user, or an equivalent action. All callbacks that inherit the gesture share this object. */
export interface Tap {
  /** True after a call of an API that needs the gesture. */
  consumed: boolean;
}

export interface Gesture {
  /** The tap that started the code that is running now; undefined: none. */
  readonly tap: Tap | undefined;
  /**
   * Sets the tap of the current macrotask and ends the previous gesture: the platform delivers every event and every
   * callback in its own macrotask.
   */
  enter(tap: Tap | undefined): void;
  /**
   * Call it when a handler or callback has returned. On phones where promises do not carry the gesture, the gesture
   * ends here.
   */
  leave(): void;
}

/**
 * Creates the gesture state of one phone.
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
      // End the gesture at the next macrotask, message or timer. A timer that the handler sets runs after this one.
      post(end);
      postTimer(end);
    },
    leave() {
      if (!promisesCarry()) current = undefined;
    },
  };
}

/** iOS 15 and older replace Promise with an implementation that does not carry the gesture (same page). */
export function promisesCarryGesture(device: { platform: string; system: string }): boolean {
  if (device.platform !== 'ios') return true;
  const major = /(\d+)/.exec(device.system)?.[1];
  return major === undefined || Number(major) > 15;
}
