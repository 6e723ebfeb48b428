/** The login of this mini-program, for components: they work in any page, and in an npm package. */
import type { Auth } from './auth';

let current: Auth | null = null;

/** `createAuth` registers what it makes. A mini-program has one login. */
export function setCurrent(auth: Auth): void {
  current = auth;
}

/**
 * The login that `createAuth` made.
 * @throws Error before that: `app.js` has to import it
 */
export function currentAuth(): Auth {
  if (current === null) throw new Error('No login yet: call createAuth in app.js before a page opens.');
  return current;
}
