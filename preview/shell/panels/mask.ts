/** Shortens secret values for the panels. Different secrets still look different. Pure. */

const SECRET = /^(rd3_session|session_key|openid|unionid|signature|encryptedData|iv|secret)$/i;

/** The first four characters and the length of a secret. */
export function shorten(secret: string, length = secret.length): string {
  return `${secret.slice(0, 4)}… (${length})`;
}

/** Is the value at this path secret, by its own key or a key above it? */
export const isSecretPath = (path: readonly (string | number)[]): boolean =>
  path.some((key) => SECRET.test(String(key)));

/** A copy in which every string under a secret key is shortened. `name`: key of the value itself. */
export function maskSecrets(value: unknown, name = ''): unknown {
  const secret = SECRET.test(name);
  if (typeof value === 'string') return secret ? shorten(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => maskSecrets(item, secret ? name : ''));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, maskSecrets(inner, secret ? name : key)]),
  );
}
