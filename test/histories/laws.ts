/** The laws: those of every moment, and those of a phone at rest. */
import type { Row, UserView } from '../../miniprogram/pages/user/view';
import type { PageHandle } from '../../simulator/headless';
import { stateOf } from '../support/auth-state';
import type { Model, Shown } from './model';
import type { Scene } from './scene';
import { isSince } from './start';

/** A broken law. The message is the law as a sentence. */
export class Breach extends Error {
  override readonly name = 'Breach';
}

/** Largest number of calls per API, and of requests per endpoint, for each act. */
const CALLS: Readonly<Record<string, number>> = {
  login: 2,
  checkSession: 2,
  getSetting: 4,
  authorize: 1,
  getUserInfo: 4,
  getUserProfile: 2,
  openSetting: 1,
  showModal: 1,
  showToast: 2,
  request: 6,
  uploadFile: 2,
};
const REQUESTS: Readonly<Record<string, number>> = {
  onlogin: 2,
  check_3rdsession: 2,
  // Once by the check, once for the number after a login, and once when that is repeated.
  userinfo: 3,
  setuserinfo: 3,
  bindphone: 2,
  logout: 1,
};

const shownBy = ({ nickName, title, avatarUrl }: Shown): Shown => ({ nickName, title, avatarUrl });
const shownOn = (page: PageHandle): Shown => shownBy(page.instance.data as unknown as Shown);
const inWords = (what: unknown) => JSON.stringify(what);

/** Checks the laws of every moment. */
export async function judgeAlways(model: Model, scene: Scene): Promise<void> {
  const { watch } = scene;
  scene.scan();
  if (watch.breaches.length > 0) throw new Breach(watch.breaches.join('; '));
  for (const page of scene.userPages) {
    const { nickName, isLogin } = page.instance.data;
    if (isLogin === 1 && nickName === '') throw new Breach('the page shows a known user without a name');
  }
  const server = await scene.serverProfile();
  const name = server?.nickName ?? null;
  if (name !== (model.saved?.nickName ?? null) && !(name !== null && model.triedNames.has(name))) {
    const expected = [model.saved?.nickName ?? null, ...model.triedNames];
    throw new Breach(`the server has the name ${inWords(name)}, expected one of ${inWords(expected)}`);
  }
  const title = server?.title ?? '';
  if (title !== (model.saved?.title ?? '') && !model.triedTitles.has(title)) {
    throw new Breach(`the server has the title ${inWords(title)}, which the user did not save`);
  }
}

/** Checks the laws of a phone at rest: all calls are answered, or wait for the user. */
export async function judgeAtRest(model: Model, scene: Scene): Promise<void> {
  await judgeAlways(model, scene);
  judgeStretch(model, scene);
  const pages = scene.userPages;
  const server = (await scene.serverProfile()) ?? null;
  for (const page of pages) {
    judgePage(page, model, scene);
    judgeTruth(page, model, server, scene);
  }
  await judgeNumber(pages, scene);
  judgeSameForAll(pages);
  const [page] = pages;
  if (page === undefined) return;
  const known = page.instance.data.isLogin === 1;
  judgeSession(page, scene);
  judgeActions(scene);
  if (model.known && !known && !model.shutOut && server !== null)
    throw new Breach('a known user is no longer shown');
}

/** The number of calls is limited. A dialog appears only after the user has touched something. */
function judgeStretch(model: Model, scene: Scene): void {
  const { acts, touched, calls, requests, asked } = scene.watch.stretch;
  for (const [bounds, counts] of [
    [CALLS, calls],
    [REQUESTS, requests],
  ] as const) {
    for (const [name, limit] of Object.entries(bounds)) {
      const times = counts.get(name) ?? 0;
      if (times > limit * Math.max(1, acts)) {
        throw new Breach(`${name}: ${times} times for ${acts} act(s), at most ${limit} each`);
      }
    }
  }
  if (!touched && asked.length > 0) throw new Breach(`the phone shows, without a touch: ${asked.join(', ')}`);
  const privacy = asksForConsent(scene);
  if (!touched && privacy && !model.seesContract) {
    throw new Breach('the privacy sheet is open without a touch');
  }
  model.seesContract = privacy;
}

/** A user is shown as logged in only with a valid reason. */
function judgeSession(page: PageHandle, { watch, phone }: Scene): void {
  const { isLogin, noticeText, ask } = page.instance.data;
  if (watch.shutOut && isLogin === 1) throw new Breach('the account is blocked, but the user is shown');
  if (watch.shutOut && phone.storage.rd3_session !== undefined)
    throw new Breach('the account is blocked, but the phone keeps a session');
  if (noticeText !== '' || ask === 'login') return;
  if (watch.stretch.sessionDenied)
    throw new Breach('WeChat reported an expired session, but no login followed');
  // An open form hides the warning; it appears when the form closes.
  if (isLogin === 1 && ask !== 'form' && !watch.confirmed)
    throw new Breach('a user is shown without a notice, but no server has confirmed the user');
}

/** Each page shows a result and a button to go on. */
function judgePage(page: PageHandle, model: Model, scene: Scene): void {
  const { isLogin, saving, retrying } = page.instance.data;
  if (isLogin === 0) throw new Breach('the phone is idle, but isLogin is still 0');
  const open = waits(scene, model);
  if ((saving || retrying) && !open) throw new Breach('the page shows busy, but nothing is in progress');
  if (isLogin !== 2 || open) return;
  if (page.findAll('button').some(({ visible, disabled }) => visible && !disabled)) return;
  if (!givesNothing(scene)) throw new Breach('isLogin is 2, but the page has no enabled button');
}

/** True for a phone on which WeChat returns no name and which is too old for the form. */
export function givesNothing({ start }: Scene): boolean {
  return (start.era === 'profile' || start.era === 'fill') && !isSince(start, '2.10.4');
}

/** A page without a warning shows the server's state. */
function judgeTruth(page: PageHandle, model: Model, server: Shown | null, scene: Scene): void {
  const { isLogin, ask, noticeText, saving, retrying } = page.instance.data;
  if (noticeText !== '' || saving || retrying || ask === 'login') return;
  // After a save without an answer the user continues with the form, or refuses. The phone has stored a note about the
  // save or, without room for the note, has deleted its session.
  const { unconfirmed_save, rd3_session } = scene.phone.storage;
  // The profile was changed on another device, and the phone has sent no request since.
  if (!scene.watch.isProfileCurrent) return;
  // An open form hides the warning about a check that failed; it appears when the form closes.
  if (isLogin === 1 && ask === 'form' && !scene.watch.confirmed) return;
  if ((ask === 'form' || isLogin === 2) && (unconfirmed_save !== undefined || rd3_session === undefined))
    return;
  if (isLogin === 2) {
    if (server !== null && !model.shutOut) {
      throw new Breach(`the page asks for a profile that the server has: ${inWords(server)}`);
    }
    return;
  }
  const shown = shownOn(page);
  if (server === null || inWords(shown) !== inWords(shownBy(server))) {
    throw new Breach(
      `the page shows ${inWords(shown)} without a notice, but the server has ${inWords(server && shownBy(server))}`,
    );
  }
  // A save in progress may still change the profile.
  if (!waits(scene, model)) model.settles(shownBy(server));
}

/** The row 手机号 of a user page, if it has one. */
export const numberRow = ({ instance }: PageHandle): Row | undefined =>
  (instance.data as unknown as UserView).rows.find(({ label }) => label === '手机号');

/** A page without a warning shows the server's phone number. */
async function judgeNumber(pages: readonly PageHandle[], scene: Scene): Promise<void> {
  const number = await scene.serverNumber();
  for (const page of pages) {
    const { noticeText, ask } = page.instance.data as unknown as UserView;
    const phone = numberRow(page);
    if (phone === undefined) continue;
    const canBind = phone.kind === 'bind';
    if (phone.busy && scene.phone.pending === 0) throw new Breach('the bind of a number does not end');
    if (ask === 'login' && canBind) throw new Breach('a user who is not logged in can bind a number');
    if (noticeText !== '' || ask === 'login' || phone.busy || !scene.watch.isNumberCurrent) continue;
    if (phone.value !== number)
      throw new Breach(
        `the page shows the number ${inWords(phone.value)}, the server has ${inWords(number)}`,
      );
    if (canBind !== (number === ''))
      throw new Breach('the page shows a number and also a button that binds one');
  }
}

/** A waiting action is shown, or it has been answered. After a logout the phone stores no user data. */
function judgeActions(scene: Scene): void {
  const { wanted, loggedOut } = stateOf(scene.stage);
  if (scene.unanswered > (wanted === 0 ? 0 : 1))
    throw new Breach('requireUser is pending, but the state has no waiting call');
  const { rd3_session, user_info, phone } = scene.phone.storage;
  if (loggedOut && [rd3_session, user_info, phone].some((entry) => entry !== undefined))
    throw new Breach('the user has logged out, but the phone still stores user data');
}

/** True if the sheet with the privacy contract is open. */
export const asksForConsent = ({ stage, userPages }: Scene): boolean =>
  userPages.length > 0 && stateOf(stage).privacy !== '';

/** True if the screen or the page waits for the user. */
function waits(scene: Scene, model: Model): boolean {
  return asksForConsent(scene) || model.asks !== null || scene.phone.pending > 0;
}

/** All user pages show the same. */
function judgeSameForAll(pages: readonly PageHandle[]): void {
  const [first, ...others] = pages.map(({ instance }) => ({ ...instance.data, avatarBroken: null }));
  for (const other of others) {
    if (inWords(other) === inWords(first)) continue;
    throw new Breach(`two user pages differ: ${inWords(first)} and ${inWords(other)}`);
  }
}
