/**
 * The interface of the backend's data storage. The default store is in memory; the other one is Redis. The rules about
 * the data are in the backend. A store only reads and writes.
 */
import type { Profile } from '../../miniprogram/services/contract';

/** A session of the backend. It never leaves the server. */
export interface SessionRecord {
  openid: string;
  /** WeChat's session key of this user, base64. */
  sessionKey: string;
}

/** A phone number, in the same parts as in WeChat's response. */
export interface PhoneNumberRecord {
  countryCode: string;
  purePhoneNumber: string;
}

/** A user, with the openid as key. Times are milliseconds since 1970. */
export interface UserRecord {
  openid: string;
  unionid?: string;
  /** null until the user has saved a profile. */
  profile: Profile | null;
  /** The bound phone number; missing if none is bound. Clients get it with its middle digits hidden. */
  phone?: PhoneNumberRecord;
  registeredAt: number;
  lastSeenAt: number;
}

/** An uploaded avatar. */
export interface AvatarRecord {
  type: string;
  bytes: Uint8Array;
}

export interface Store {
  /** Stores a session for `ttl` seconds. */
  putSession(id: string, session: SessionRecord, ttl: number): Promise<void>;
  /** null if there is none or it has expired. */
  getSession(id: string): Promise<SessionRecord | null>;
  /** Ends a session. An unknown id is no error. */
  deleteSession(id: string): Promise<void>;
  /** Ends all sessions. */
  clearSessions(): Promise<void>;
  /** Number of valid sessions, for the control page. */
  countSessions(): Promise<number>;
  getUser(openid: string): Promise<UserRecord | null>;
  /**
   * Reads, changes and writes a user as one atomic update. `change` gets null for an unknown user. If it throws, the
   * update rejects with that error, and nothing is written.
   */
  updateUser(openid: string, change: (user: UserRecord | null) => UserRecord): Promise<UserRecord>;
  /** `name` is a file name that the backend has generated. */
  putAvatar(name: string, avatar: AvatarRecord): Promise<void>;
  getAvatar(name: string): Promise<AvatarRecord | null>;
  /** Deletes all data. */
  clear(): Promise<void>;
  /** Closes connections and timers. */
  close(): Promise<void>;
}
