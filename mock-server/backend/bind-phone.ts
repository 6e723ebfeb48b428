import type { BindPhoneBody } from '../../miniprogram/services/contract';
import type { PhoneNumberRecord } from '../store/store';
import type { ApiRequest } from '../types';
import type { PhoneNumberBody } from '../wechat/types';
import type { BackendDeps } from './deps';
import { readFields } from './form';
import { single } from './params';
import { maskedPhone } from './person';
import { json, Refusal, type Reply } from './replies';
import { sessionOf } from './sessions';

/** The allowed form of a code of the phone-number buttons. */
const CODE = /^[\x21-\x7e]{1,128}$/;

/**
 * WeChat's error codes → the backend's status and text. For any other code, the backend answers 502, because the client
 * did nothing wrong.
 */
const REFUSALS: Readonly<Record<number, { status: number; msg: string }>> = {
  40003: { status: 400, msg: 'code: it was issued for another user' },
  40029: {
    status: 400,
    msg: 'code: unknown, used or expired; it comes from bindgetphonenumber, not from wx.login',
  },
  45011: { status: 429, msg: 'WeChat: too many phone numbers within a minute; try again in the next one' },
  48001: { status: 502, msg: 'WeChat does not let this mini-program use phone numbers' },
  [-1]: { status: 502, msg: 'WeChat is busy; try again' },
};

const BUSY = -1;

/** Errors after which a new access token helps. */
const TOKEN_ERRORS: readonly unknown[] = [40001, 40014, 42001];

/**
 * Exchanges a code for a phone number. Tries once more if WeChat is busy or the token has ended.
 * @param openid the user to whom the code must belong
 * @throws Refusal with the contract's status for WeChat's error
 */
async function phoneNumberOf(code: string, openid: string, deps: BackendDeps): Promise<PhoneNumberRecord> {
  const ask = async () => {
    const token = await deps.accessTokens.get();
    const body = await deps.wechat.getUserPhoneNumber(token, { code, openid });
    if (TOKEN_ERRORS.includes(body.errcode)) deps.accessTokens.drop(token);
    return body;
  };
  let body = await ask();
  if (body.errcode === BUSY || TOKEN_ERRORS.includes(body.errcode)) body = await ask();
  // WeChat's response is untrusted: it may not have the declared type.
  const { errcode, phone_info } = body as { [K in keyof PhoneNumberBody]?: unknown };
  if (typeof errcode === 'number' && errcode !== 0) {
    const known = REFUSALS[errcode];
    throw new Refusal(known?.status ?? 502, known?.msg ?? `WeChat gives no number (${errcode})`, errcode);
  }
  const { countryCode, purePhoneNumber } = Object(phone_info) as Record<string, unknown>;
  // Some responses contain the country code as a number.
  const country = String(countryCode ?? '');
  if (
    typeof purePhoneNumber !== 'string' ||
    !/^\d{5,15}$/.test(purePhoneNumber) ||
    !/^\d{1,4}$/.test(country)
  ) {
    throw new Refusal(502, 'WeChat answered without a number; try again');
  }
  return { countryCode: country, purePhoneNumber };
}

/**
 * `POST /api/index/bindphone`: exchanges a code of `<button open-type="getPhoneNumber">`, and stores the user's phone
 * number.
 */
export async function bindPhone(request: ApiRequest, deps: BackendDeps): Promise<Reply> {
  const fields = await readFields(request);
  const { openid } = await sessionOf(request, fields, deps);
  const code = single(fields, 'code');
  if (code === null) throw new Refusal(400, 'code: missing');
  if (!CODE.test(code)) throw new Refusal(400, 'code: malformed, expected what bindgetphonenumber gave');
  const phone = await phoneNumberOf(code, openid, deps);
  const now = deps.clock.now();
  await deps.store.updateUser(openid, (known) => ({
    openid,
    profile: null,
    registeredAt: now,
    ...known,
    phone,
    lastSeenAt: now,
  }));
  const body: BindPhoneBody = { code: 1, msg: 'ok', phone: maskedPhone(phone) };
  return json(200, body);
}
