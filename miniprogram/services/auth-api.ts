/**
 * The backend as the login needs it. `user-api.ts` implements it for this project's backend. For another backend, write
 * another file with these members. Nothing else changes.
 */
import type { UserInfo } from './contract';
import type { Answer, RequestOptions, Watch } from './request';

/** Fields of WeChat's user data that prove its origin. They are valid only with the session key of their time. */
export interface ProfileProof {
  rawData: string;
  signature: string;
  encryptedData?: string;
  iv?: string;
}

/** The data of a save. The server keeps its value of a field that is missing here. */
export interface ProfileChange {
  info: Partial<UserInfo>;
  /** null if the profile does not come from WeChat, or if its signature is no longer valid. */
  proof: ProfileProof | null;
  /** Temporary path of a picture that is uploaded as the avatar; empty for none. */
  avatarPath: string;
}

/** The server's text for a refusal, shown to the user. */
export interface ServerWords {
  text: string;
  /** The field of the form that the text is about. */
  field?: 'avatarPath' | 'nickName' | 'title' | undefined;
}

/**
 * The backend. Every member rejects with ApiError if there is no usable response. For a refusal, the ApiError has the
 * kind `status` and contains the response.
 */
export interface AuthApi {
  /** Exchanges a code of wx.login for a session. `user` is the user's profile on the server. */
  login(code: string): Promise<{ session: string; user: UserInfo | null }>;
  /** Whether this session is valid. An expired session may also be a refusal that `isExpired` recognises. */
  check(session: string): Promise<boolean>;
  /**
   * Reads the profile and the bound phone number (middle digits hidden) from the server. `user` null: no profile.
   * `phone` null: no number; undefined: the server does not support numbers. Without this member, a profile changed on
   * another device is shown only after the next login, and a number that is already bound is not shown.
   */
  profile?(session: string): Promise<{ user: UserInfo | null; phone?: string | null | undefined }>;
  /** Saves a change. Resolves with the profile that the server has afterwards. */
  save(session: string, change: ProfileChange, watch: Watch): Promise<UserInfo>;
  /**
   * Exchanges a code of the phone-number button for a number, and binds the number to the user. A code is valid once,
   * for five minutes. Resolves with the number, its middle digits hidden. Without this member, the page does not ask
   * for a number.
   */
  bindPhone?(session: string, code: string): Promise<string>;
  /** Ends the session on the server. */
  logout?(session: string): Promise<unknown>;
  /** Adds the session to a request of the app: to its query, body or headers. */
  sign(session: string, request: RequestOptions): RequestOptions;
  /** Whether this response means that the session is no longer valid. */
  isExpired(answer: Answer): boolean;
  /** The server's text for the user; null if the response contains none. */
  messageOf(answer: Answer): ServerWords | null;
}
