/** Schemas of stored records. A store that other programs can change validates every value that it reads. */
import * as v from 'valibot';
import type { SessionRecord, UserRecord } from './store';

const name = v.pipe(v.string(), v.nonEmpty());
/** Excludes Infinity, which is what JSON's 1e999 becomes: it would be written as null, and is no date. */
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A session: `openid` and `sessionKey` are not empty. */
export const sessionSchema = v.object({
  openid: name,
  sessionKey: name,
}) satisfies v.GenericSchema<unknown, SessionRecord>;

/** The allowed types of a picture. A browser gets the stored type. */
export const pictureType = v.picklist(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

const profileSchema = v.object({
  nickName: name,
  avatarUrl: v.string(),
  title: v.string(),
  gender: v.picklist([0, 1, 2]),
  country: v.string(),
  province: v.string(),
  city: v.string(),
});

/** A user. The profile is complete or null. Unknown fields are removed. */
export const userSchema = v.object({
  openid: name,
  unionid: v.exactOptional(v.string()),
  profile: v.nullable(profileSchema),
  phone: v.exactOptional(v.object({ countryCode: name, purePhoneNumber: name })),
  registeredAt: time,
  lastSeenAt: time,
}) satisfies v.GenericSchema<unknown, UserRecord>;
