/**
 * What the backend remembers, behind one small asynchronous interface: memory is the default, Redis the other.
 * The backend owns the meaning of what it stores; a store only keeps it.
 */
import type { Profile } from '../../miniprogram/services/contract';

/** A session of ours. Never leaves the server. */
export interface SessionRecord {
  openid: string;
  /** WeChat's key for this person, base64. */
  sessionKey: string;
}

/** A phone number, in the parts in which WeChat gives it. */
export interface PhoneNumberRecord {
  countryCode: string;
  purePhoneNumber: string;
}

/** A person, by openid. Times are milliseconds since 1970. */
export interface UserRecord {
  openid: string;
  unionid?: string;
  /** null until the person has given a profile. */
  profile: Profile | null;
  /** The number that the person has bound; absent: none. Clients see it with its middle hidden. */
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
  /** Keeps a session for `ttl` seconds. */
  putSession(id: string, session: SessionRecord, ttl: number): Promise<void>;
  /** null when there is none or it has expired. */
  getSession(id: string): Promise<SessionRecord | null>;
  /** Ends a session; one that is not there is none to end. */
  deleteSession(id: string): Promise<void>;
  /** Ends all sessions. */
  clearSessions(): Promise<void>;
  /** How many sessions are live: for the control page. */
  countSessions(): Promise<number>;
  getUser(openid: string): Promise<UserRecord | null>;
  putUser(user: UserRecord): Promise<void>;
  /**
   * Reads, changes and writes a user in one step that no other update of the same user can come between.
   * `change` gets null for a person never seen; what it throws, this rejects with, and nothing is written.
   */
  updateUser(openid: string, change: (user: UserRecord | null) => UserRecord): Promise<UserRecord>;
  /** `name` is a file name of the backend's making. */
  putAvatar(name: string, avatar: AvatarRecord): Promise<void>;
  getAvatar(name: string): Promise<AvatarRecord | null>;
  /** Forgets everything. */
  clear(): Promise<void>;
  /** Lets go of connections and timers. */
  close(): Promise<void>;
}
