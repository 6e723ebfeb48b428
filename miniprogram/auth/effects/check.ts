/** Effect `check`: verifies the session and reads the profile that belongs to it. */
import type { Found, Taken } from '../events';
import type { Way } from '../types';
import { type Session, sampleOf } from './session';

/**
 * Verifies the session, or logs in. For a person without a profile, reads a profile that they agreed to give before.
 * @param login log in without verifying: only the answer of a login shows whether an earlier save arrived
 * @param cached is a profile shown already?
 * @throws ApiError, WxFailure
 */
export async function check(
  session: Session,
  way: Way | undefined,
  login: boolean,
  cached: boolean,
): Promise<{ found: Found | null; taken: Taken }> {
  const found = login ? null : await session.verify();
  const { user } = found ?? (await session.login());
  const isKnown = user === undefined ? cached : user !== null;
  return { found, taken: isKnown ? null : await readGranted(session, way) };
}

/** At a launch no dialog opens: only a profile that was agreed to before is taken. */
async function readGranted(session: Session, way: Way | undefined): Promise<Taken> {
  try {
    const given = (await way?.readGranted?.()) ?? 'unasked';
    if (given === 'unasked') return null;
    return given === 'refused' ? given : sampleOf(given, session);
  } catch {
    // The page has a button that asks, so this failure needs no notice.
    return null;
  }
}
