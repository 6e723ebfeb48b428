/**
 * The tap gesture (点击态): some APIs work only as the consequence of a person's tap.
 * It lasts until the current macrotask ends: microtasks keep it, timers lose it, using it does not consume it.
 */
import { post, postTimer } from './turns';

export interface Gesture {
  /** Is the code that runs now the consequence of a tap? */
  readonly active: boolean;
  /**
   * Says whether the macrotask that runs now carries the gesture. Whatever was in force before is over:
   * the platform delivers every event and every callback in a macrotask of its own.
   */
  enter(carries: boolean): void;
}

/** Makes the gesture state of one phone. */
export function createGesture(): Gesture {
  let active = false;
  let latest = 0;
  return {
    get active() {
      return active;
    },
    enter(carries) {
      active = carries;
      latest += 1;
      if (!carries) return;
      const mine = latest;
      const end = () => {
        if (latest === mine) active = false;
      };
      // Whichever macrotask comes first; a timer set by the handler comes after this one.
      post(end);
      postTimer(end);
    },
  };
}
