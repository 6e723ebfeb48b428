/** Sending a profile to the server, once and with proof that the server can still read. */
import type { UserInfo } from '../services/contract';
import { ApiError, hasStatus } from '../services/request';
import { drop, keep, load } from '../services/storage';
import { setUserInfo } from '../services/user-api';
import { isAnonymous } from '../services/user-info';
import { hasSession, loginCount, withSession } from './session';
import { publish } from './state';
import type { Sample } from './ways';

/** The save that is under way. */
let current: { task?: { abort(): void }; cancelled: boolean } | null = null;

/** As the mark in storage, for this run. */
let unconfirmed = false;

/**
 * Saves a profile.
 * @returns the profile as the server has it now
 * @throws ApiError, or WxFailure when a login was needed and WeChat gave no code
 */
export async function save(sample: Sample): Promise<UserInfo> {
  const mine: NonNullable<typeof current> = { cancelled: false };
  const watch = {
    onStart(task: { abort(): void }) {
      mine.task = task;
    },
    onProgress: (progress: number) => publish({ progress }),
  };
  let sent = sample;
  const send = async (session: string) => {
    sent = await freshen(sent);
    if (mine.cancelled) throw new ApiError('aborted');
    const { info, proof, avatarPath } = sent;
    if (avatarPath !== '') watch.onProgress(0);
    // Not before a login that is needed first: that one keeps its session.
    doubtSave();
    return setUserInfo(session, { info, proof, avatarPath }, watch);
  };
  // A 400 for a profile with proof is most often a proof made with another session key: the same person using the
  // mini-program on a second device is enough to change it. A new login cures that too.
  const isStale = (error: unknown) => hasStatus(error, 401) || (hasStatus(error, 400) && sent.proof !== null);
  // Nobody listens to what the login that is needed first says of the person.
  if (!hasSession()) unconfirmed = true;
  // An earlier save that had no answer stays in doubt when this one is refused.
  const inDoubt = isSaveUnconfirmed();
  current = mine;
  try {
    const user = await withSession(send, isStale);
    confirmSave();
    return user;
  } catch (error) {
    // A refusal is an answer. Everything else leaves open whether the server has saved.
    if (!inDoubt && error instanceof ApiError && error.status > 0 && error.status < 500) confirmSave();
    throw error;
  } finally {
    current = null;
  }
}

/** The person does not want to wait any longer: `save` ends in an ApiError of the kind `aborted`, if not before. */
export function cancelSave(): void {
  if (current === null) return;
  current.cancelled = true;
  current.task?.abort();
}

/**
 * Whether the last save, in this run or one that was killed, has had no answer. Then neither this phone's cache nor
 * its session tells what the server knows of the person: only a login does.
 */
export function isSaveUnconfirmed(): boolean {
  return unconfirmed || load('unconfirmed_save').found !== 'nothing';
}

/** Notes that a save is on its way. Where there is no room for a note, the next launch must log in anyway. */
function doubtSave(): void {
  unconfirmed = true;
  if (!keep('unconfirmed_save', true)) drop('rd3_session');
}

/** The server has said what it knows. */
export function confirmSave(): void {
  unconfirmed = false;
  drop('unconfirmed_save');
}

/**
 * Makes sure that the proof belongs to the present session key: taken again where nobody has to be asked for it,
 * otherwise left out, because the server could only reject it.
 */
async function freshen(sample: Sample): Promise<Sample> {
  if (sample.takenAt === loginCount() || sample.proof === null) return sample;
  if (sample.retake !== null) {
    try {
      const again = await sample.retake();
      if (!isAnonymous(again.info)) return again;
    } catch {
      // Then without proof.
    }
  }
  return { ...sample, proof: null };
}
