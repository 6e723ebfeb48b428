/** The interface of the login. */
import type { RequestOptions } from '../services/request';
import type { AuthHandlers } from './handlers';
import type { AuthState } from './snapshot';
import type { Listener } from './store';

/** The login, for the app and its pages. */
export interface Auth {
  /** Starts the check of the session. Call it once, in `App.onLaunch`. */
  start(): void;
  /** Repeats a failed check in the background, without a loading state. Call it in `App.onShow`. */
  resume(): void;
  /** The present state. */
  getState(): Readonly<AuthState>;
  /** Adds a listener and calls it with the present state at once. Returns the function that removes it. */
  subscribe(listener: Listener): () => void;
  /**
   * Sends a request of the app with the session. After an expired session there is one login, shared by all requests,
   * and one replay.
   * @returns the body of an accepted answer
   * @throws ApiError with the `answer` that refuses; its `message` is meant for the person
   */
  request(options: RequestOptions): Promise<unknown>;
  /**
   * Waits until the person is known. Call it in a tap, before an action that needs the person. Logs in, or asks, where a
   * tap can do that; where a button or a form asks, the page shows it while `wanted` in the state is not 0.
   * @returns true once the person is known; false after a refusal, after a failure (the notice says which), and when another
   *   call replaces this one, so that two taps lead to one action
   */
  requireUser(): Promise<boolean>;
  /** Ends the session, here and on the server. The next launch does not log in. */
  logout(): void;
  /** What happens on a page, for its handlers. */
  readonly on: AuthHandlers;
}
