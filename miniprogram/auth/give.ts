/** A person gives their profile: asked by a tap, by a button of WeChat's, by a form, or not at all because they did before. */
import type { UserInfo } from '../services/contract';
import { isAnonymous } from '../services/user-info';
import { WxFailure } from '../services/wx-call';
import {
  denialOf,
  denialOfScope,
  openSettings,
  type ScopeState,
  scopeIn,
  scopeState,
  USER_INFO,
} from './consent';
import { type Notice, OUTDATED } from './notice';
import { afterError, remember } from './outcome';
import { save } from './save';
import { type AuthState, EMPTY, getState, publish } from './state';
import { type Sample, sampleOf, type UserData, type Way, wayAfter, wayNamed } from './ways';

/** From a tap to a saved profile, a refusal or an error. One at a time. */
let current: { startedAt: number } | null = null;

/**
 * Milliseconds in which a second tap counts as the same one. After that it begins anew: some phones close WeChat's
 * sheet without ever answering, and nobody must be stuck behind that.
 */
export const SAME_TAP = 1000;

/** Given by the person, but not confirmed by the server. */
let pending: Sample | null = null;

const NOT_GIVEN: Notice = { kind: 'failed', text: '没有取得头像和昵称，请再试一次', retry: false };

/** A person's tap on 授权登录, where the tap itself has to ask. Call it first thing in the handler. */
export function authorize(): Promise<void> {
  return trip((way) => way.ask?.() ?? null);
}

/** The event of `<button open-type="getUserInfo">`. */
export function receiveUserInfo(
  detail: Partial<UserData> & { errMsg?: string; errno?: number },
): Promise<void> {
  return trip(async (way) => {
    const { userInfo, errMsg = 'getUserInfo:fail', errno = null } = detail;
    if (!userInfo) throw new WxFailure(errMsg, errno);
    return sampleOf({ ...detail, userInfo }, way.silently);
  });
}

/** The event of `<button open-type="openSetting">`: the person comes back from the settings. */
export function receiveSettings(detail: { authSetting?: unknown }): Promise<void> {
  return settingsTrip(async () => scopeIn(detail.authSetting, USER_INFO));
}

/** A person's tap on 去设置, on phones without that button. */
export function visitSettings(): Promise<void> {
  return settingsTrip(() => openSettings(USER_INFO));
}

/** The settings are the second chance already, so a no is not followed by another. */
function settingsTrip(visit: () => Promise<ScopeState>): Promise<void> {
  return trip(async (way) => ((await visit()) === 'granted' ? (way.silently?.() ?? null) : null), false);
}

/**
 * At a launch, nobody is ambushed: only a profile whose scope was granted before is taken, without a dialog.
 * @param known what the launch found out, published together with what this finds out
 */
export async function giveSilently(known: Partial<AuthState>): Promise<void> {
  const way = wayNamed(getState().way);
  const unknown = { ...known, user: null, isLogin: 2 } as const;
  if (!way?.silently) return publish(unknown);
  try {
    const scope = await scopeState(USER_INFO);
    if (scope !== 'granted') return publish({ ...unknown, refused: scope === 'refused' });
    const sample = await way.silently();
    if (isAnonymous(sample.info)) return publish({ ...unknown, ...leadingNowhere(way) });
    pending = sample;
  } catch {
    // Not being able to ask is no reason to say anything: there is a button.
    return publish(unknown);
  }
  await settle(pending, known);
}

/**
 * Sends what the server has not confirmed yet.
 * @returns false when there is nothing
 */
export async function finishPending(): Promise<boolean> {
  if (pending === null) return false;
  publish({ busy: 'saving' });
  await settle(pending, {});
  return true;
}

/**
 * Drops what the server has not confirmed yet: the person has changed their mind.
 * @returns false when there is nothing
 */
export function withdraw(): boolean {
  const had = pending !== null;
  pending = null;
  return had;
}

/**
 * Sends a profile that a person has just given.
 * @param thanks what a toast says when it is saved
 */
export async function deliver(sample: Sample, thanks: string): Promise<void> {
  pending = sample;
  publish({ busy: 'saving', notice: null });
  if (await settle(sample, {})) wx.showToast({ title: thanks, icon: 'success', duration: 1500 });
}

async function trip(begin: (way: Way) => Promise<Sample | null> | null, persuade = true): Promise<void> {
  const way = wayNamed(getState().way);
  const now = Date.now();
  const saving = getState().busy === 'saving';
  if (!way || saving || (current !== null && now - current.startedAt < SAME_TAP)) return;
  const mine = { startedAt: now };
  current = mine;
  const replaced = () => current !== mine;
  try {
    // Nothing may come before this: some ways count as the person's doing only within the tap's own task.
    const taking = begin(way);
    const sample = await take(way, taking, persuade, replaced);
    if (sample === null || replaced()) return;
    if (isAnonymous(sample.info)) return publish(leadingNowhere(way));
    await deliver(sample, '授权成功');
  } finally {
    // WeChat's limit is four calls a second. A tap that failed at once may have called an API twice already; where no
    // sheet comes first, so may one whose save failed.
    const { notice } = getState();
    const wait = way.silently === null ? notice === NOT_GIVEN : notice !== null;
    if (!replaced() && (way.ask === null || !wait)) current = null;
  }
}

/**
 * Waits for what the person gives. A no is met once with an explanation and a second chance.
 * @param replaced has a later tap begun anew? Then what became of this one is nobody's business any more.
 */
async function take(
  way: Way,
  taking: Promise<Sample | null> | null,
  persuade: boolean,
  replaced: () => boolean,
): Promise<Sample | null> {
  try {
    return await taking;
  } catch (failure) {
    const denial = way.silently ? await denialOfScope(failure, USER_INFO) : denialOf(failure);
    if (replaced()) return null;
    if (denial === 'failed') publish({ notice: NOT_GIVEN });
    if (denial === 'unavailable') publish(leadingNowhere(way));
    if (denial === 'unclear') publish({ ...onward(way), notice: NOT_GIVEN });
    if (denial !== 'refused') return null;
    // What was given earlier and has not arrived is taken back, too.
    withdraw();
    publish({ refused: true, notice: null });
    if (!persuade) return null;
    // A second no, or settings that do not open from here: the page shows the way that always works.
    return (way.persuade?.() ?? Promise.resolve(null)).catch(() => null);
  }
}

/** This way does not give away anybody's name any more: the next one is offered instead. */
function leadingNowhere(from: Way): Partial<AuthState> {
  const way = wayAfter(from.name);
  return { way, refused: false, notice: way === 'none' ? OUTDATED : null };
}

/** The next way, if there is one: it may work where this one does not, and this one may work the next time. */
function onward(from: Way): Partial<AuthState> {
  const way = wayAfter(from.name);
  return way === 'none' ? {} : { way };
}

/** Saves, and publishes how that ended together with `known`. */
async function settle(sample: Sample, known: Partial<AuthState>): Promise<boolean> {
  let user: UserInfo;
  try {
    user = await save(sample);
  } catch (error) {
    publish({ ...known, ...afterError(error, { picture: sample.avatarPath !== '' }) });
    return false;
  }
  pending = null;
  remember(user);
  publish({
    ...known,
    user,
    isLogin: 1,
    signedIn: true,
    refused: false,
    busy: '',
    notice: null,
    editing: false,
    draft: EMPTY,
    problems: EMPTY,
    progress: -1,
  });
  return true;
}
