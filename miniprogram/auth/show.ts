/** Copies the login's state into the data of a page or component. */
import { currentAuth } from './current';
import type { AuthState } from './snapshot';

/** A page or a component. */
interface Target {
  data: object;
  setData(change: Record<string, unknown>): void;
}

/** The fields of `next` that differ from `shown`, or null if none do: setData is slow, even without a change. */
function changes(shown: object, next: object): Record<string, unknown> | null {
  const before = shown as Record<string, unknown>;
  const after = next as Record<string, unknown>;
  const changed: Record<string, unknown> = {};
  for (const key of Object.keys(after)) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) changed[key] = after[key];
  }
  return Object.keys(changed).length > 0 ? changed : null;
}

/** A page or component that stores its unsubscribe function. */
interface Showing extends Target {
  stopShowing?: () => void;
}

/**
 * Updates the data after every change of the state. Call it in `onLoad` or `attached`.
 * @param viewOf computes the data from the state
 */
export function startShowing(target: Target, viewOf: (state: Readonly<AuthState>) => object): void {
  (target as Showing).stopShowing = currentAuth().subscribe((state) => {
    const change = changes(target.data, viewOf(state));
    if (change !== null) target.setData(change);
  });
}

/** Ends `startShowing`; call it in `onUnload` or `detached`. */
export function stopShowing(target: Target): void {
  (target as Showing).stopShowing?.();
}

/**
 * A behavior that calls `startShowing` and `stopShowing` for a component.
 * @param viewOf computes the data from the state
 */
export const showing = (viewOf: (state: Readonly<AuthState>) => object) =>
  Behavior({
    lifetimes: {
      attached() {
        startShowing(this, viewOf);
      },
      detached() {
        stopShowing(this);
      },
    },
  });
