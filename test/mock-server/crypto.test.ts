/** Encryption gives exactly WeChat's published example; the signatures are in test/conformance/servers.test.ts. */
import { createDecipheriv } from 'node:crypto';
import { fromBase64, randomText, toBase64 } from '../../mock-server/wechat/bytes';
import { decryptUserData, encryptUserData, sha256Hex } from '../../mock-server/wechat/crypto';
import sample from '../fixtures/wechat-crypto.json';

test('decryption gives exactly the published text', () => {
  expect(decryptUserData(sample.encryptedData, sample.sessionKey, sample.iv)).toBe(sample.plain);
});

test('encryption gives exactly the published data', () => {
  expect(encryptUserData(sample.plain, sample.sessionKey, sample.iv)).toBe(sample.encryptedData);
});

test('the iv that is often quoted wrongly changes only one byte of openId; the data is refused because of this byte', () => {
  const misquoted = 'r7BXXKkLb8qrSNn05n2qiA==';
  const key = Buffer.from(sample.sessionKey, 'base64');
  const decipher = createDecipheriv('aes-128-cbc', key, Buffer.from(misquoted, 'base64'));
  const spoilt = Buffer.concat([decipher.update(sample.encryptedData, 'base64'), decipher.final()]);
  const right = Buffer.from(sample.plain);
  expect(spoilt).toHaveLength(right.length);
  const wrong = [...spoilt.keys()].filter((i) => spoilt[i] !== right[i]);
  const { openId } = JSON.parse(sample.plain);
  const start = sample.plain.indexOf(openId);
  expect(wrong).toHaveLength(1);
  expect(wrong[0]).toBeGreaterThanOrEqual(start);
  expect(wrong[0]).toBeLessThan(start + openId.length);
  expect(() => decryptUserData(sample.encryptedData, sample.sessionKey, misquoted)).toThrow(/utf-8/);
});

test.each([
  ['another session key', sample.encryptedData, 'HyVFkGl5F5OQWJZZaNzBBg==', sample.iv],
  ['a key that is too short', sample.encryptedData, 'AAAA', sample.iv],
  ['an iv that is too short', sample.encryptedData, sample.sessionKey, 'AAAA'],
  ['an iv that is not base64', sample.encryptedData, sample.sessionKey, 'r7BXXKkLb8qrSNn05n0qiA=!'],
  ['half a block', sample.encryptedData.slice(0, 40), sample.sessionKey, sample.iv],
  ['empty data', '', sample.sessionKey, sample.iv],
])('%s is an error', (_what, data, key, iv) => {
  expect(() => decryptUserData(data, key, iv)).toThrow();
});

test('Chinese text is unchanged after encryption and decryption', () => {
  const plain = '{"nickName":"林小满🌱"}';
  const secret = encryptUserData(plain, sample.sessionKey, sample.iv);
  expect(decryptUserData(secret, sample.sessionKey, sample.iv)).toBe(plain);
});

test('random texts are URL-safe, have six bits per character, and are all different', () => {
  const texts = Array.from({ length: 1000 }, () => randomText(32));
  expect(new Set(texts).size).toBe(1000);
  for (const text of texts) expect(text).toMatch(/^[\w-]{32}$/);
  const counts = new Map<string, number>();
  for (const character of texts.join('')) counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBe(64);
  // 500 of each are expected; a difference of 170 has a probability of about 1e-12.
  for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(170);
});

test('SHA-256 and base64 give the standard results', () => {
  expect(sha256Hex(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});
