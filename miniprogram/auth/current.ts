/**
 * The login of this mini-program, for components: they cannot import the app's own instance, because they work in any
 * app.
 */
import type { Auth } from './auth';

let current: Auth | null = null;

/** Called by `createAuth`. A mini-program has one login. */
export function setCurrent(auth: Auth): void {
  current = auth;
}

/**
 * The login that `createAuth` created.
 * @throws Error if `app.js` has not called `createAuth` yet
 */
export function currentAuth(): Auth {
  if (current === null) throw new Error('No login yet: call createAuth in app.js before a page opens.');
  return current;
}
