/**
 * How a profile is got. WeChat has changed the rules four times, and a phone cannot be asked which rules apply to
 * it: so the way is chosen by what the phone can do, and a way that turns out to lead nowhere is left for the next.
 */
import { REQUEST_TIMEOUT } from '../config';
import type { ProfileProof, ProfileUpdate } from '../services/user-api';
import { WxFailure, wxCall } from '../services/wx-call';
import { denialOf, explain, openSettings, USER_INFO } from './consent';
import { atLeast, canIUse } from './phone-facts';
import { loginCount } from './session';

/** Oldest first: the order in which they are fallen back on. */
export type WayName = 'legacy' | 'button' | 'profile' | 'fill';

/** A profile that a person has given, on its way to the server. */
export interface Sample extends ProfileUpdate {
  /** `loginCount()` when it was taken: after another login its proof is no longer good. */
  takenAt: number;
  /** Takes it again without asking anybody; null where that is impossible. */
  retake: (() => Promise<Sample>) | null;
}

/** What `getUserInfo`, `getUserProfile` and the button's event have in common. */
export interface UserData {
  userInfo: WechatMiniprogram.UserInfo;
  rawData?: string;
  signature?: string;
  encryptedData?: string;
  iv?: string;
}

/** One way of getting a profile. */
export interface Way {
  readonly name: WayName;
  /** The base library from which on the way before it is known to lead nowhere. */
  readonly needed: string;
  /** Whether this phone has what it takes. */
  available(): boolean;
  /** Asks the person; called first thing in a tap. null where the asking is done by a button or a form of the page. */
  readonly ask: (() => Promise<Sample>) | null;
  /**
   * After a no: explains, lets the person change their mind, and asks once more.
   * Resolves with null when they did not. null where the page has nothing to offer but its form.
   */
  readonly persuade: (() => Promise<Sample | null>) | null;
  /** Takes the profile without asking anybody; only after the scope was granted. */
  readonly silently: (() => Promise<Sample>) | null;
}

/**
 * Turns what WeChat handed out into something to send. `title` is not WeChat's, so it is not touched.
 * @throws WxFailure when there is no name in it
 */
export function sampleOf(data: UserData, retake: Sample['retake']): Sample {
  const { nickName, avatarUrl, gender, country, province, city } = Object(
    data.userInfo,
  ) as UserData['userInfo'];
  if (typeof nickName !== 'string') throw new WxFailure('getUserInfo:fail no nickName');
  return {
    info: { nickName, avatarUrl, gender, country, province, city },
    proof: proofOf(data),
    avatarPath: '',
    takenAt: loginCount(),
    retake,
  };
}

function proofOf({ rawData, signature, encryptedData, iv }: UserData): ProfileProof | null {
  if (!rawData || !signature) return null;
  return { rawData, signature, ...(encryptedData && iv ? { encryptedData, iv } : {}) };
}

/** `wx.getUserInfo`: pops up nothing once the scope is granted, so it need not be waited for longer than a request. */
async function getUserInfo(): Promise<Sample> {
  const take = (withCredentials: boolean) =>
    wxCall<UserData>(
      (callbacks) => wx.getUserInfo({ withCredentials, lang: 'zh_CN', ...callbacks }),
      REQUEST_TIMEOUT,
    );
  // Without a live session key there is no proof, but there is a profile.
  const data = await take(true).catch((failure) => {
    if (denialOf(failure) === 'failed' && !/timeout/.test(failure.errMsg)) return take(false);
    throw failure;
  });
  return sampleOf(data, getUserInfo);
}

/**
 * `authorize` → `getUserInfo`. A scope that was granted before succeeds, one that was refused before fails, both
 * without popping up: reading the settings first would only be one more of the four calls that WeChat allows a second.
 */
async function authorize(): Promise<Sample> {
  await wxCall<unknown>((callbacks) => wx.authorize({ scope: USER_INFO, ...callbacks }));
  return getUserInfo();
}

/** `wx.getUserProfile`: asks every time, and only in a tap, so nothing may come before it. */
async function getUserProfile(): Promise<Sample> {
  const data = await wxCall<UserData>((callbacks) =>
    wx.getUserProfile({ desc: '用于完善会员资料', lang: 'zh_CN', ...callbacks }),
  );
  return sampleOf(data, null);
}

/** A refused scope is changed in WeChat's settings; coming back without having changed it ends the trip. */
const persuadeBySettings = () =>
  explain(async () => ((await openSettings(USER_INFO)) === 'granted' ? getUserInfo() : null));

/** Whether this phone can show the form: its avatar is chosen with a button of WeChat's. */
export const canFill = () => atLeast('2.21.2') && canIUse('button.open-type.chooseAvatar');

/** The table. Versions are base-library versions. */
export const WAYS: readonly Way[] = [
  {
    // Before 2018-05 WeChat asked by itself when the API was called.
    name: 'legacy',
    needed: '0',
    available: () => true,
    ask: authorize,
    persuade: persuadeBySettings,
    silently: getUserInfo,
  },
  {
    // From 2018-05 to 2021-04-28 only a tap on this button asked. It exists since 1.3.0, when calling the API still
    // asked too; 2.3.0, of that autumn, is the first base library for which that is certainly over. A phone below it
    // that is not asked by the API gets here by falling forward.
    name: 'button',
    needed: '2.3.0',
    available: () => canIUse('button.open-type.getUserInfo'),
    ask: null,
    persuade: persuadeBySettings,
    silently: getUserInfo,
  },
  {
    // From 2021-04-28 to 2022-11-08; base libraries below 2.27.1 still give real data. WeChat's own advice is to
    // look for the function, not to ask canIUse.
    name: 'profile',
    needed: '2.10.4',
    available: () => typeof wx.getUserProfile === 'function',
    ask: getUserProfile,
    persuade: () => explain(getUserProfile),
    silently: null,
  },
  {
    // Since 2022-11-08 nobody's name is given away: the person fills in a form.
    name: 'fill',
    needed: '2.27.1',
    available: canFill,
    ask: null,
    persuade: null,
    silently: null,
  },
];

/** Looks a way up by its name. */
export function wayNamed(name: WayName | 'none'): Way | undefined {
  return WAYS.find((way) => way.name === name);
}

/**
 * The way to start with on this phone: the newest that it can do and that its base library already needs.
 */
export function firstWay(): WayName {
  const can = WAYS.filter((way) => way.available() && atLeast(way.needed));
  return can[can.length - 1]?.name ?? 'legacy';
}

/** The next way that this phone can try after one that led nowhere. */
export function wayAfter(name: WayName): WayName | 'none' {
  const at = WAYS.findIndex((way) => way.name === name);
  return WAYS.slice(at + 1).find((way) => way.available())?.name ?? 'none';
}
