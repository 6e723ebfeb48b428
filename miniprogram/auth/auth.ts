/** The interface of the login. */
import type { RequestOptions } from '../services/request';
import type { AuthHandlers } from './handlers';
import type { AuthState } from './snapshot';
import type { Listener } from './store';

export interface Auth {
  /** Starts the check of the session. Call it once, in `App.onLaunch`. */
  start(): void;
  /** Repeats a failed check in the background, without a loading state. Call it in `App.onShow`. */
  resume(): void;
  /** The current state. */
  getState(): Readonly<AuthState>;
  /** Adds a listener and calls it at once with the current state. Returns a function that removes the listener. */
  subscribe(listener: Listener): () => void;
  /**
   * Sends a request of the app with the session. If the session has expired, it logs in and sends the request once
   * more. All requests share this login.
   * @returns the body of a success response
   * @throws ApiError with the refusal in `answer`; its `message` can be shown to the user
   */
  request(options: RequestOptions): Promise<unknown>;
  /**
   * Waits until the user's profile is known. Call it in a tap handler, before an action that needs the user. It logs
   * in, or opens WeChat's dialog, if a tap can do that. If a WeChat button or a form has to ask, the page must show it
   * while `wanted` in the state is not 0.
   * @returns true when the profile is known; false after a refusal or a failure (the notice tells which). A second call
   *   makes the first one return false, so that two taps start one action only.
   */
  requireUser(): Promise<boolean>;
  /** Ends the session on the phone and on the server. The next launch does not log in. */
  logout(): void;
  /** Handlers for the events of a page, such as taps and form input. */
  readonly on: AuthHandlers;
}
