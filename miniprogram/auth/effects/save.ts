/** Effect `save`: sends a profile, with a signature that the server can still verify. */
import type { AuthApi } from '../../services/auth-api';
import type { UserInfo } from '../../services/contract';
import { ApiError } from '../../services/request';
import { isAnonymous } from '../../services/user-info';
import type { Sample, Way } from '../types';
import { hasStatus, isAnswer, type Session, sampleOf } from './session';

/** Callbacks about a save in progress. */
interface SaveReport {
  /** The request is about to be sent, or a login has to come first. Called before each attempt. */
  sent(): void;
  progressed(percent: number): void;
}

export interface Save {
  readonly done: Promise<UserInfo>;
  /** Makes `done` reject with an ApiError of the kind `aborted`, if the save has not ended. */
  abort(): void;
}

/**
 * Saves a profile. `done` rejects with ApiError, or with WxFailure if a login was needed and WeChat gave no code.
 * @param way reads the profile again if a login has made its signature invalid
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
  // A 400 for a signed profile usually means that the session key has changed, for example because the user logged in
  // on a second device. A new login fixes this too.
  const isStale = (error: unknown) =>
    isAnswer(error, (answer) => api.isExpired(answer)) || (hasStatus(error, 400) && sent.proof !== null);
  // Report it before the login, too: the process may be killed between the login and the save.
  if (!session.exists()) report.sent();
  return {
    done: session.request(send, isStale),
    abort() {
      cancelled = true;
      task?.abort();
    },
  };
}

/**
 * A signature is valid only with the session key of its time. Reads the profile again if that needs no dialog;
 * otherwise removes the signature.
 */
async function refreshProof(sample: Sample, session: Session, way: Way | undefined): Promise<Sample> {
  if (sample.takenAt === session.logins() || sample.proof === null) return sample;
  try {
    const again = await way?.readGranted?.();
    if (again && typeof again !== 'string' && !isAnonymous(again.info)) {
      return sampleOf(again, session);
    }
  } catch {
    // Reading the profile again failed: send it without a signature.
  }
  return { ...sample, proof: null };
}
