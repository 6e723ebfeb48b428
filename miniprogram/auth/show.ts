/** Shows the state in the data of a page or component. */
import { currentAuth } from './current';
import type { AuthState } from './snapshot';

/** What has data: a page or a component. */
interface Target {
  data: object;
  setData(change: Record<string, unknown>): void;
}

/** The fields of `next` that differ from `shown`, or null when none do: setData costs, even for nothing. */
export function changes(shown: object, next: object): Record<string, unknown> | null {
  const before = shown as Record<string, unknown>;
  const after = next as Record<string, unknown>;
  const changed: Record<string, unknown> = {};
  for (const key of Object.keys(after)) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) changed[key] = after[key];
  }
  return Object.keys(changed).length > 0 ? changed : null;
}

/** Where a page or component keeps the function that stops. */
interface Showing extends Target {
  stopShowing?: () => void;
}

/**
 * Keeps the data in step with the state, from now on; call it in `onLoad` or `attached`.
 * @param viewOf the data that a state leads to
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
 * Behavior that calls `startShowing` and `stopShowing` for a component.
 * @param viewOf the data that a state leads to
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
