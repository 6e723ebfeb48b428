/**
 * WeChat's signatures and encryption of user data. Pure JavaScript (noble), because WebCrypto's `subtle` is missing in
 * jsdom, and in browsers on plain http. Source:
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html
 */
import { cbc } from '@noble/ciphers/aes';
import { hmac } from '@noble/hashes/hmac';
import { sha1 } from '@noble/hashes/legacy';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { fromBase64, toBase64 } from './bytes';

/** `signature` of user data: `sha1(rawData + session_key)`, hex. The two are concatenated as text. */
export function signRawData(rawData: string, sessionKey: string): string {
  return bytesToHex(sha1(utf8ToBytes(rawData + sessionKey)));
}

/**
 * The signature of a request body with a login's session key (`hmac_sha256(body, session_key)`, hex). The HMAC key is
 * the base64 text of the session key, not its decoded bytes.
 */
export function signWithLogin(body: string, sessionKey: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(sessionKey), utf8ToBytes(body)));
}

/** `encryptedData`: AES-128-CBC with PKCS#7, base64. `sessionKey` and `iv` are base64 of 16 bytes. */
export function encryptUserData(plain: string, sessionKey: string, iv: string): string {
  return toBase64(cbc(fromBase64(sessionKey), fromBase64(iv)).encrypt(utf8ToBytes(plain)));
}

/**
 * Decrypts `encryptedData`.
 * @throws Error if an argument is not base64, the key is wrong, or the decrypted text is not UTF-8
 */
export function decryptUserData(encryptedData: string, sessionKey: string, iv: string): string {
  const key = fromBase64(sessionKey);
  const start = fromBase64(iv);
  if (key.length !== 16) throw new Error('the session key is not 16 bytes');
  if (start.length !== 16) throw new Error('iv is not 16 bytes');
  return new TextDecoder('utf-8', { fatal: true }).decode(cbc(key, start).decrypt(fromBase64(encryptedData)));
}

/** Hash of a file's content, hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
