/**
 * The contract between the mini-program and its backend, and what the mini-program stores on the phone.
 * Types only: the mock server takes them from here, so that the two can never disagree.
 */

/** What the mini-program knows of a person. Field names are WeChat's, plus `title`. */
export interface UserInfo {
  nickName: string;
  /** https URL; empty when there is none. */
  avatarUrl: string;
  /** The person's own line; may be empty. */
  title: string;
  /** 0 unknown, 1 male, 2 female. */
  gender: 0 | 1 | 2;
  country: string;
  province: string;
  city: string;
}

/** `GET /api/index/onlogin?code=`, 200. */
export interface OnLoginBody {
  rd3_session: string;
  /** What is already known of this person: a returning person is not asked again. */
  user_info: UserInfo | null;
}

/** `POST /api/index/setuserinfo`, 200. */
export interface SetUserInfoBody {
  code: 1;
  msg: string;
  user_info: UserInfo;
}

/** Every refusal of the three endpoints. */
export interface FailureBody {
  code: 0;
  /** Says which field and why, or what happened. */
  msg: string;
  /** WeChat's own error code, when WeChat was the one to refuse. */
  errcode?: number;
}

/** A storage entry carries the version of its format: an entry of another version is dropped, not misread. */
export interface Stored<T> {
  v: 1;
  value: T;
}

/** The mini-program's storage: key → entry. */
export interface StorageEntries {
  /** The session id that `onlogin` gave. */
  rd3_session: Stored<string>;
  /** The profile as the server last confirmed it. */
  user_info: Stored<UserInfo>;
  /** A profile was sent and no answer has come: only the server knows whether it was saved. */
  unconfirmed_save: Stored<true>;
  /** The person logged out: the next launch does not log in by itself. */
  logged_out: Stored<true>;
}
