/** From a launch to an answer: who is this? Also the ways back when that failed. */
import { REQUEST_TIMEOUT } from '../config';
import type { UserInfo } from '../services/contract';
import { load } from '../services/storage';
import { somebody } from '../services/user-info';
import { finishPending, giveSilently } from './give';
import { mayHavePassed, SLOW } from './notice';
import { afterError, remember } from './outcome';
import { watchPrivacy } from './privacy';
import { confirmSave, isSaveUnconfirmed } from './save';
import { forget, login, restore, verify } from './session';
import { type AuthState, getState, publish } from './state';
import { firstWay } from './ways';

let running: Promise<void> | null = null;

/**
 * Starts the session check; called once, in App.onLaunch. What the cache knows is published before anything is asked.
 * Never throws; what goes wrong becomes a notice.
 */
export function start(): void {
  const cached = load('user_info');
  // A damaged profile means that there was one: only a login brings it back.
  if (cached.found === 'damaged') forget();
  else restore();
  const user = somebody(cached.value);
  publish({ way: firstWay(), user, isLogin: user === null ? 0 : 1 });
  watchNetwork();
  watchPrivacy();
  // However many steps the check takes, nobody looks at a hidden page for longer than one request may take.
  const patience = setTimeout(() => {
    if (getState().isLogin === 0) publish({ isLogin: 2, notice: SLOW });
  }, REQUEST_TIMEOUT);
  void establish().then(() => clearTimeout(patience));
}

/**
 * Looks again, quietly, whether something that may pass has passed, whether a save without an answer has arrived, and
 * who a person is whom nobody has confirmed; called when the app or the network comes back, when a person leaves the
 * form, and when they agree to the privacy contract.
 */
export function resume(): void {
  if (running !== null) return;
  const { notice, isLogin, editing, busy, way, signedIn } = getState();
  // Nobody's form is taken away while they fill it in.
  const filling = editing || (isLogin === 2 && way === 'fill');
  // Filling in, or the privacy contract, has taken away what was said about a check that failed.
  const unsaid = notice === null && !signedIn;
  const inDoubt = busy === '' && !filling && (isSaveUnconfirmed() || unsaid);
  if (mayHavePassed(notice) || inDoubt) void again(false, '');
}

/** A person's tap on 重试. */
export function retry(): Promise<void> {
  // A server that could not say whether the session is good may go on so: a person who asks again gets a new one.
  const kind = getState().notice?.kind;
  return again(kind !== 'offline' && kind !== 'timeout', 'retrying');
}

async function again(afresh: boolean, busy: AuthState['busy']): Promise<void> {
  if (getState().signedIn && (await finishPending())) return;
  publish({ busy });
  await establish(afresh);
}

/** Ends in isLogin 1 or 2. Whoever calls while it is under way shares it. */
function establish(afresh = false): Promise<void> {
  running ||= establishOnce(afresh);
  return running;
}

async function establishOnce(afresh: boolean): Promise<void> {
  try {
    const user = await whoIsThis(afresh);
    const signedIn = { signedIn: true, busy: '', notice: null } as const;
    if (user !== null) publish({ ...signedIn, user, isLogin: 1, refused: false });
    else await giveSilently(signedIn);
  } catch (error) {
    publish({ ...afterError(error, { atLaunch: true }), signedIn: false });
  } finally {
    running = null;
  }
}

/** The person that the session belongs to; null for a person without a profile. */
async function whoIsThis(afresh: boolean): Promise<UserInfo | null> {
  if (!afresh && !isSaveUnconfirmed() && (await verify())) return getState().user;
  const user = somebody((await login()).user_info);
  remember(user);
  confirmSave();
  return user;
}

function watchNetwork(): void {
  try {
    wx.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) resume();
    });
  } catch {
    // Base libraries before 1.1.0 cannot tell.
  }
}
