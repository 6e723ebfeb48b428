/** Effect `check`: whose session is this? */
import type { Event, Taken } from '../machine';
import type { Way } from '../types';
import type { Session } from './session';

type Checked = Omit<Extract<Event, { type: 'checked' }>, 'type' | 'run' | 'saves'>;

/**
 * Verifies the session, or logs in, and looks whether a person without a profile has agreed before to give it.
 * @param login log in without verifying: only the answer of a login tells whether an earlier save arrived
 * @param cached is a profile shown already?
 * @throws ApiError, WxFailure
 */
export async function check(
  session: Session,
  way: Way | undefined,
  login: boolean,
  cached: boolean,
): Promise<Checked> {
  const verified = login ? null : await session.verify();
  if (verified !== null) {
    const { user } = verified;
    const isKnown = user === undefined ? cached : user !== null;
    return { by: 'check', found: verified, taken: await takeQuietly(session, way, isKnown) };
  }
  const { user } = await session.login();
  return { by: 'login', found: { user }, taken: await takeQuietly(session, way, user !== null) };
}

/** No dialog opens by itself at a launch: only a profile that was agreed to before is taken. */
async function takeQuietly(session: Session, way: Way | undefined, isKnown: boolean): Promise<Taken> {
  if (isKnown || !way?.takeQuietly) return { outcome: 'none' };
  try {
    const given = await way.takeQuietly();
    if (given === 'refused') return { outcome: 'refused' };
    if (given === 'unasked') return { outcome: 'none' };
    const { info, proof } = given;
    const sample = { info, proof, avatarPath: '', takenAt: session.logins() };
    return { outcome: 'given', sample, name: info.nickName };
  } catch {
    // There is a button to ask with: nothing needs to be said.
    return { outcome: 'none' };
  }
}
