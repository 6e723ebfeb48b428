/** The rules for the fields of a profile. */
import * as v from 'valibot';
import type { Profile } from '../../miniprogram/services/contract';
import { Refusal } from './replies';

const text = (max: number) =>
  v.pipe(
    v.string('expected text'),
    // A surrogate without its other half is not valid Unicode: many databases and JSON parsers refuse it.
    v.check((value) => !/\p{Surrogate}/u.test(value), 'ends or begins in the middle of a character'),
    v.trim(),
    v.check((value) => characters(value) <= max, `at most ${max} characters`),
  );

/** Counts code points: an emoji outside the basic plane is one character. */
const characters = (value: string) => [...value].length;

/** Whether the text has only invisible characters: controls, joiners, fillers (U+3164), blanks (U+2800). */
const isInvisible = (value: string) => /^[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(value);

/** Hosts of temporary addresses that DevTools gives to local files: nobody else can open such an address. */
const LOCAL_FILE_HOSTS = new Set(['tmp', 'usr', 'store']);

function isWebUrl(value: string): boolean {
  if (value === '') return true;
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return (protocol === 'https:' || protocol === 'http:') && !LOCAL_FILE_HOSTS.has(hostname);
}

/** Every field is optional. Unknown fields (`language`, `is_demote` …) are ignored. */
const userInfoSchema = v.object(
  {
    nickName: v.optional(
      v.pipe(
        text(32),
        v.check((value) => !isInvisible(value), 'expected 1 to 32 characters, one of them visible'),
      ),
    ),
    avatarUrl: v.optional(
      v.pipe(
        text(1024),
        v.check(
          isWebUrl,
          'expected an http or https address, or nothing (upload a local picture as the file avatar)',
        ),
      ),
    ),
    title: v.optional(text(100)),
    gender: v.optional(v.picklist([0, 1, 2], 'expected 0, 1 or 2')),
    country: v.optional(text(64)),
    province: v.optional(text(64)),
    city: v.optional(text(64)),
  },
  'expected a JSON object',
);

const BLANK: Omit<Profile, 'nickName'> = {
  avatarUrl: '',
  title: '',
  gender: 0,
  country: '',
  province: '',
  city: '',
};

/** Some fields of a profile. A missing field keeps its value. */
export type ProfileChange = { [K in keyof Profile]?: Profile[K] | undefined };

/**
 * Validates fields of a profile, and returns the known ones.
 * @param field name of the value in the refusal, e.g. `info_json`
 * @throws Refusal 400 with the wrong field and the reason
 */
export function parseProfile(value: unknown, field: string): ProfileChange {
  const result = v.safeParse(userInfoSchema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = [field, v.getDotPath(issue)].filter(Boolean).join('.');
  throw new Refusal(400, `${where}: ${issue.message}`);
}

/** Like `parseProfile`, for JSON text. */
export function parseProfileJson(json: string, field: string): ProfileChange {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Refusal(400, `${field}: not JSON`);
  }
  if (Array.isArray(value)) throw new Refusal(400, `${field}: expected a JSON object`);
  return parseProfile(value, field);
}

/**
 * The profile after a change.
 * @throws Refusal 400 if there is no nickname, neither in the change nor in the old profile
 */
export function changedProfile(old: Profile | null, change: ProfileChange): Profile {
  const nickName = change.nickName ?? old?.nickName;
  if (nickName === undefined) throw new Refusal(400, 'info_json.nickName: missing');
  const base = { ...BLANK, ...old };
  return {
    nickName,
    avatarUrl: change.avatarUrl ?? base.avatarUrl,
    title: change.title ?? base.title,
    gender: change.gender ?? base.gender,
    country: change.country ?? base.country,
    province: change.province ?? base.province,
    city: change.city ?? base.city,
  };
}
