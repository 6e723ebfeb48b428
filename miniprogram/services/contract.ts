/**
 * The contract between the mini-program and its backend, and what the mini-program stores on the phone.
 * Types only: the mock server takes them from here, so that the two can never disagree.
 */

/** What a person gives of themselves. Field names are WeChat's, plus `title`. */
export interface Profile {
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

/** A person's profile. */
export interface UserInfo extends Profile {
  /** The backend's own name for the person: opaque, the same for good, never the openid. Empty where it has none. */
  id: string;
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

/** `GET /api/index/userinfo?rd3_session=`, 200. */
export interface UserInfoBody {
  code: 1;
  msg: string;
  /** The profile as the server has it now; null when there is none. */
  user_info: UserInfo | null;
  /** The bound phone number with its middle hidden, e.g. `138****0000`; null when there is none. */
  phone?: string | null;
}

/** `POST /api/index/bindphone`, 200. */
export interface BindPhoneBody {
  code: 1;
  msg: string;
  /** The number with its middle hidden. */
  phone: string;
}

/** Every refusal of the endpoints. */
export interface FailureBody {
  code: 0;
  /** Says which field and why, or what happened. */
  msg: string;
  /** WeChat's own error code, when WeChat was the one to refuse. */
  errcode?: number;
  /** The field of the profile that `msg` is about, where `msg` is meant for the person. */
  field?: string;
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
  /** The bound phone number, its middle hidden. */
  phone: Stored<string>;
  /** A profile was sent without an answer: the server may have saved it or not. */
  unconfirmed_save: Stored<true>;
  /** The person logged out: the next launch does not log in. */
  logged_out: Stored<true>;
}
