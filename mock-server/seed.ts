/** Creates the state of phone, backend and WeChat at the start of a scenario. */
import type { StorageEntries, UserInfo } from '../miniprogram/services/contract';
import type { BackendDeps } from './backend/deps';
import { personOf } from './backend/person';
import { newSessionId, SESSION_TTL_SECONDS } from './backend/sessions';
import type { UserRecord } from './store/store';
import type { Scenario, WorldPhone } from './types';
import { DEFAULT_ACCOUNT } from './wechat/accounts';
import type { Wechat } from './wechat/types';

/** Logs the account in, as an earlier run of the mini-program did. Returns the resulting identity. */
async function loggedInBefore(account: string, wechat: Wechat, { credentials }: BackendDeps) {
  const body = await wechat.code2Session({
    appid: credentials.appid,
    secret: credentials.secret,
    js_code: await wechat.issueCode(account),
    grant_type: 'authorization_code',
  });
  if (!body.openid || !body.session_key) throw new Error(`${account} cannot log in: ${body.errmsg}`);
  return { openid: body.openid, sessionKey: body.session_key, unionid: body.unionid };
}

/**
 * Creates the servers' data, and returns the phone's options.
 * @param people receives the scenario's users by openid
 * @throws Error if the scenario contradicts itself, e.g. a stored profile without a user
 */
export async function seed(
  scenario: Scenario,
  wechat: Wechat,
  deps: BackendDeps,
  people: Map<string, UserRecord>,
): Promise<WorldPhone> {
  const { phone, server } = scenario;
  const account = scenario.account ?? DEFAULT_ACCOUNT;
  const user = server.user ?? null;
  const storage: Partial<StorageEntries> = {};
  let person: UserInfo | null = null;

  if (user || server.phone !== undefined || phone.stored?.session) {
    const { openid, sessionKey, unionid } = await loggedInBefore(account, wechat, deps);
    const now = deps.clock.now();
    const asInTheScenario: UserRecord = {
      openid,
      ...(unionid ? { unionid } : {}),
      profile: user,
      ...(server.phone === undefined ? {} : { phone: { countryCode: '86', purePhoneNumber: server.phone } }),
      registeredAt: now,
      lastSeenAt: now,
    };
    people.set(openid, asInTheScenario);
    person = personOf(asInTheScenario, deps);
    // A store that survives the process (Redis) may have a newer profile: do not overwrite it.
    await deps.store.updateUser(openid, (known) => known ?? asInTheScenario);
    if (phone.stored?.session) {
      const id = newSessionId();
      storage.rd3_session = { v: 1, value: id };
      if (phone.stored.session === 'live') {
        await deps.store.putSession(id, { openid, sessionKey }, SESSION_TTL_SECONDS);
      }
    } else {
      // The user is known from another phone. This phone has never logged in, so it has no session key.
      wechat.expireSessionKey(account);
    }
  }
  if (phone.stored?.profile) {
    if (!person) throw new Error(`scenario ${scenario.id}: a stored profile needs server.user`);
    storage.user_info = { v: 1, value: person };
  }
  if (server.wechat?.sessionKeyExpired) wechat.expireSessionKey(account);
  if (server.wechat?.code2SessionError) wechat.failCode2Session(server.wechat.code2SessionError);
  if (server.wechat?.phoneNumberError) wechat.failPhoneNumber(server.wechat.phoneNumberError);
  if (server.wechat?.blocked) wechat.block(account);

  return {
    wechat,
    account,
    era: phone.era,
    ...(phone.sdkVersion ? { sdkVersion: phone.sdkVersion } : {}),
    authSetting: phone.authSetting ?? {},
    storage,
    online: phone.online ?? true,
    ...(phone.privacy ? { privacy: phone.privacy } : {}),
    ...(phone.phoneNumber ? { phoneNumber: phone.phoneNumber } : {}),
    ...(phone.nicknameReview ? { nicknameReview: phone.nicknameReview } : {}),
  };
}
