/** Reads the login state of a running app. */
import type { AuthState } from '../../miniprogram/auth/snapshot';
import type { Stage } from '../../simulator/headless';

export function stateOf({ app }: Stage): Readonly<AuthState> {
  return (app as unknown as { auth: { getState(): AuthState } }).auth.getState();
}
