import type { SetUserInfoBody } from '../../miniprogram/services/contract';
import type { ApiRequest } from '../types';
import { isAnonymous } from '../wechat/accounts';
import { AVATARS_PATH, namePicture, withAvatarPath } from './avatars';
import type { BackendDeps } from './deps';
import { readFields, readForm } from './form';
import { moderate } from './moderation';
import { personOf } from './person';
import { json, Refusal, type Reply } from './replies';
import { sessionOf } from './sessions';
import { verifySigned } from './signed-profile';
import { changedProfile, type ProfileChange, parseProfileJson } from './user-info';

/**
 * `POST /api/index/setuserinfo`: saves a profile. Missing fields keep their old value. Signed data of WeChat has
 * priority over the client's fields, and an uploaded picture over any URL.
 */
export async function setUserInfo(request: ApiRequest, deps: BackendDeps): Promise<Reply> {
  const fields = await readFields(request);
  const form = await readForm(fields);
  const session = await sessionOf(request, fields, deps);

  const sent = form.info_json === null ? null : parseProfileJson(form.info_json, 'info_json');
  const signed = verifySigned(form, session, deps);
  const picture = form.avatar === null ? null : namePicture(form.avatar);
  if (sent === null && signed === null && picture === null) throw new Refusal(400, 'info_json: missing');
  const change: ProfileChange = withAvatarPath({ ...sent, ...signed?.profile }, deps.publicOrigin);
  if (picture) change.avatarUrl = AVATARS_PATH + picture.name;
  moderate(change, deps.blockedWords);

  const { openid } = session;
  const profileAfter = (old: Parameters<typeof changedProfile>[0]) => {
    const profile = changedProfile(old, change);
    if (isAnonymous(profile)) {
      throw new Refusal(
        400,
        'info_json.nickName: 微信用户 with the grey avatar is not a profile; ask the user',
      );
    }
    return profile;
  };
  if (picture) {
    // Check first: a refused request must not store a picture. Store the picture before the profile that refers to it.
    profileAfter((await deps.store.getUser(openid))?.profile ?? null);
    await deps.store.putAvatar(picture.name, picture.avatar);
  }
  const now = deps.clock.now();
  const user = await deps.store.updateUser(openid, (known) => ({
    openid,
    registeredAt: now,
    ...known,
    ...(signed?.unionid ? { unionid: signed.unionid } : {}),
    profile: profileAfter(known?.profile ?? null),
    lastSeenAt: now,
  }));
  const user_info = personOf(user, deps);
  if (user_info === null) throw new Error('a saved user has no profile');
  const body: SetUserInfoBody = { code: 1, msg: 'ok', user_info };
  return json(200, body);
}
