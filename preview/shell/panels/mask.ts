/** What the panels show of secret values: enough to tell two apart. Pure. */

const SECRET = /^(rd3_session|session_key|openid|unionid|signature|encryptedData|iv|secret)$/i;

/** The first four characters, and how many there are. */
export function shorten(secret: string, length = secret.length): string {
  return `${secret.slice(0, 4)}… (${length})`;
}

/** Is what stands at this path secret, by the name of it or of what holds it? */
export const isSecretPath = (path: readonly (string | number)[]): boolean =>
  path.some((key) => SECRET.test(String(key)));

/** A copy in which every text under a secret name is shortened. `name` is where the value itself stands. */
export function maskSecrets(value: unknown, name = ''): unknown {
  const secret = SECRET.test(name);
  if (typeof value === 'string') return secret ? shorten(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => maskSecrets(item, secret ? name : ''));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, maskSecrets(inner, secret ? name : key)]),
  );
}
