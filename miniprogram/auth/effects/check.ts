/** Effect `check`: verifies the session, and reads the profile. */
import type { Found, Taken } from '../events';
import type { Way } from '../types';
import { type Session, sampleOf } from './session';

/**
 * Verifies the session, or logs in. If the user has no profile, reads one that they have already agreed to share.
 * @param login log in without verifying: only the response of a login shows whether an earlier save was stored
 * @param cached a cached profile is shown already
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

/** Reads the profile only if the user has agreed before: a launch must not open a dialog. */
async function readGranted(session: Session, way: Way | undefined): Promise<Taken> {
  try {
    const given = (await way?.readGranted?.()) ?? 'unasked';
    if (given === 'unasked') return null;
    return given === 'refused' ? given : sampleOf(given, session);
  } catch {
    // The page has a button that asks for the profile, so this failure needs no notice.
    return null;
  }
}
