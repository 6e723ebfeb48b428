/** The backend's own sessions (`rd3_session`). */
import { randomText } from '../bytes';
import type { SessionRecord } from '../store/store';
import type { BackendDeps } from './deps';

/** How long a session lives, in seconds: one day. */
export const SESSION_TTL_SECONDS = 86_400;

/** 192 random bits, URL-safe: 32 characters. */
export function newSessionId(): string {
  return randomText(32);
}

/** Looks a session up; what cannot be an id of ours is not worth a question to the store. */
export async function findSession(id: string, { store }: BackendDeps): Promise<SessionRecord | null> {
  return /^[\w-]{32}$/.test(id) ? store.getSession(id) : null;
}
