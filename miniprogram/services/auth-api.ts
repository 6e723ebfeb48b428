/**
 * What the login needs of a backend. `user-api.ts` is the one of this project's backend; another backend needs another
 * file with these members, and nothing else changes.
 */
import type { UserInfo } from './contract';
import type { Answer, RequestOptions, Watch } from './request';

/** The parts of WeChat's user data that prove its origin. Valid only with the session key of their time. */
export interface ProfileProof {
  rawData: string;
  signature: string;
  encryptedData?: string;
  iv?: string;
}

/** What a save sends. Fields that are left out keep their value on the server. */
export interface ProfileChange {
  info: Partial<UserInfo>;
  /** null when the profile does not come from WeChat, or its proof is out of date. */
  proof: ProfileProof | null;
  /** Temporary path of a picture to upload as the avatar; empty for none. */
  avatarPath: string;
}

/** The server's own words about a refused request. */
export interface ServerWords {
  text: string;
  /** The field of the form that they are about. */
  field?: 'avatarPath' | 'nickName' | 'title' | undefined;
}

/**
 * The backend. Every member rejects with ApiError when there is no usable answer; an answer that refuses is an ApiError
 * of the kind `status`, with the answer in it.
 */
export interface AuthApi {
  /** Exchanges a code of wx.login for a session; `user` is the profile of this person on the server. */
  login(code: string): Promise<{ session: string; user: UserInfo | null }>;
  /** Is this session valid? A refusal that `isExpired` recognises means that it is not. */
  check(session: string): Promise<boolean>;
  /**
   * The profile as the server has it now, null when it has none, and the bound phone number with its middle hidden:
   * null for none, undefined where the server sends no numbers.
   * Without this member, a profile that was changed on another device is seen after the next login only, and a number
   * that is bound already is not shown.
   */
  profile?(session: string): Promise<{ user: UserInfo | null; phone?: string | null | undefined }>;
  /** Saves a change. Resolves with the profile as the server has it then. */
  save(session: string, change: ProfileChange, watch: Watch): Promise<UserInfo>;
  /**
   * Trades a code of the phone-number button, good once for five minutes, for a number, and binds it to the person.
   * Resolves with the number, its middle hidden. Without this member no number is asked for.
   */
  bindPhone?(session: string, code: string): Promise<string>;
  /** Ends the session on the server. */
  logout?(session: string): Promise<unknown>;
  /** Puts the session on a request of the app: query, body or header. */
  sign(session: string, request: RequestOptions): RequestOptions;
  /** Does this answer say that the session is not valid any more? */
  isExpired(answer: Answer): boolean;
  /** What the server says to the person; null when it says nothing that is meant for them. */
  messageOf(answer: Answer): ServerWords | null;
}
