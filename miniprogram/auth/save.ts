/** Sending a profile to the server, once and with proof that the server can still read. */
import type { UserInfo } from '../services/contract';
import { hasStatus } from '../services/request';
import { setUserInfo } from '../services/user-api';
import { isAnonymous } from '../services/user-info';
import { loginCount, withSession } from './session';
import type { Sample } from './ways';

/**
 * Saves a profile.
 * @returns the profile as the server has it now
 * @throws ApiError, or WxFailure when a login was needed and WeChat gave no code
 */
export async function save(sample: Sample): Promise<UserInfo> {
  let sent = sample;
  const send = async (session: string) => {
    sent = await freshen(sent);
    const { info, proof, avatarPath } = sent;
    return setUserInfo(session, { info, proof, avatarPath });
  };
  // A 400 for a profile with proof is most often a proof made with another session key: the same person using the
  // mini-program on a second device is enough to change it. A new login cures that too.
  const isStale = (error: unknown) => hasStatus(error, 401) || (hasStatus(error, 400) && sent.proof !== null);
  return withSession(send, isStale);
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
