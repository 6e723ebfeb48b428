/** Effect `save`: sends a profile once, with proof that the server can still read. */
import type { AuthApi } from '../../services/auth-api';
import type { UserInfo } from '../../services/contract';
import { ApiError } from '../../services/request';
import { isAnonymous } from '../../services/user-info';
import type { Sample, Way } from '../types';
import { hasStatus, isAnswer, type Session, sampleOf } from './session';

/** Tells the machine about a save that is under way. */
export interface SaveReport {
  /** The save is about to be sent, or needs a login first. Called before each attempt. */
  sent(): void;
  progressed(percent: number): void;
}

export interface Save {
  readonly done: Promise<UserInfo>;
  /** `done` rejects with an ApiError of the kind `aborted`, if it is not over. */
  abort(): void;
}

/**
 * Saves a profile. `done` rejects with ApiError, or with WxFailure when a login was needed and WeChat gave no code.
 * @param way takes the profile again where a login has made its proof useless
 */
export function save(
  api: AuthApi,
  session: Session,
  way: Way | undefined,
  sample: Sample,
  report: SaveReport,
): Save {
  let sent = sample;
  let task: { abort(): void } | undefined;
  let cancelled = false;
  const watch = {
    onStart(started: { abort(): void }) {
      task = started;
    },
    onProgress: report.progressed,
  };
  const send = async (id: string) => {
    sent = await refreshProof(sent, session, way);
    if (cancelled) throw new ApiError('aborted');
    const { info, proof, avatarPath } = sent;
    report.sent();
    return api.save(id, { info, proof, avatarPath }, watch);
  };
  // A 400 for a profile with proof is most often a proof of another session key: a login of the same person on a second
  // device is enough to change it. A new login cures that too.
  const isStale = (error: unknown) =>
    isAnswer(error, (answer) => api.isExpired(answer)) || (hasStatus(error, 400) && sent.proof !== null);
  // The process may end between that login and the save.
  if (!session.exists()) report.sent();
  return {
    done: session.request(send, isStale),
    abort() {
      cancelled = true;
      task?.abort();
    },
  };
}

/** A proof is valid only with the session key of its time: taken again where that needs no dialog, else left out. */
async function refreshProof(sample: Sample, session: Session, way: Way | undefined): Promise<Sample> {
  if (sample.takenAt === session.logins() || sample.proof === null) return sample;
  try {
    const again = await way?.readGranted?.();
    if (again && typeof again !== 'string' && !isAnonymous(again.info)) {
      return sampleOf(again, session);
    }
  } catch {
    // Re-reading the profile failed: send it without a signature.
  }
  return { ...sample, proof: null };
}
