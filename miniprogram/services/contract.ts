/**
 * The contract between the mini-program and its backend, and the mini-program's storage entries. Types only. The mock
 * server imports them, so that both sides always have the same contract.
 */

/** The data that a user shares. The names of the fields are WeChat's, except `title`. */
export interface Profile {
  nickName: string;
  /** https URL; empty when there is none. */
  avatarUrl: string;
  /** A line about the user, in their own words; may be empty. */
  title: string;
  /** 0 unknown, 1 male, 2 female. */
  gender: 0 | 1 | 2;
  country: string;
  province: string;
  city: string;
}

/** A user's profile. */
export interface UserInfo extends Profile {
  /** The backend's id of the user: opaque, permanent, and never the openid. Empty if the backend has none. */
  id: string;
}

/** `GET /api/index/onlogin?code=`, 200. */
export interface OnLoginBody {
  rd3_session: string;
  /** The user's profile, if the backend has one: a user who returns is not asked again. */
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
  /** The user's profile on the server; null if there is none. */
  user_info: UserInfo | null;
  /** The bound phone number with its middle digits hidden, e.g. `138****0000`; null if there is none. */
  phone?: string | null;
}

/** `POST /api/index/bindphone`, 200. */
export interface BindPhoneBody {
  code: 1;
  msg: string;
  /** The number with its middle digits hidden. */
  phone: string;
}

/** The body of every refusal. */
export interface FailureBody {
  code: 0;
  /** The reason, with the field if there is one. */
  msg: string;
  /** WeChat's error code, if WeChat refused. */
  errcode?: number;
  /** The field of the profile that `msg` is about, if `msg` is a text for the user. */
  field?: string;
}

/** A storage entry with the version of its format: an entry of another version is removed and not misread. */
interface Stored<T> {
  v: 1;
  value: T;
}

/** The storage of the mini-program: key → entry. */
export interface StorageEntries {
  /** The session id from `onlogin`. */
  rd3_session: Stored<string>;
  /** The profile that the server last confirmed. */
  user_info: Stored<UserInfo>;
  /** The bound phone number, its middle digits hidden. */
  phone: Stored<string>;
  /** A save was sent and no response came: the server may or may not have stored it. */
  unconfirmed_save: Stored<true>;
  /** The user logged out: the next launch does not log in. */
  logged_out: Stored<true>;
}
