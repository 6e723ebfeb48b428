/** The phone's log. Codes, session ids, and signed or encrypted user data are masked. */
import type { PhoneEvent } from '../types';

const MASK = '…';
/** Names of fields, query parameters and storage keys whose values are secrets. */
const SECRET_NAME =
  /^(js_?code|code|iv|signature|encrypted_?data|cloud_?id)$|session|token|secret|password|openid|unionid/i;
const MAX_EVENTS = 5000;
const MAX_SECRETS = 500;
/** Shorter values are not remembered as secrets: masking them everywhere would also mask harmless text. */
const MIN_SECRET = 8;

export interface EventLog {
  readonly events: readonly PhoneEvent[];
  add(event: PhoneEvent): void;
  subscribe(listener: (event: PhoneEvent) => void): () => void;
  /** A copy of `value` for the log: secrets are masked; functions and bytes are replaced with a description. */
  mask(value: unknown): unknown;
  /** A URL for the log: the values of secret query parameters are masked. */
  maskUrl(url: string): string;
}

/** The text as it appears in a URL. A lone surrogate cannot be encoded and stays unchanged. */
function inUrl(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Creates the log of one phone. It keeps the last 5000 events. */
export function createLog(): EventLog {
  const events: PhoneEvent[] = [];
  const listeners = new Set<(event: PhoneEvent) => void>();
  /** Values that occurred under a secret name → their form in a URL. They are masked wherever they occur again. */
  const secrets = new Map<string, string>();

  const addSecrets = (value: unknown): void => {
    if (typeof value === 'string' && value.length >= MIN_SECRET) {
      secrets.set(value, inUrl(value));
      const [oldest] = secrets.keys();
      if (secrets.size > MAX_SECRETS && oldest !== undefined) secrets.delete(oldest);
    } else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) addSecrets(inner);
    }
  };

  const maskText = (text: string): string => {
    if (text.length < MIN_SECRET) return text;
    let masked = text;
    for (const [secret, encoded] of secrets) {
      if (masked.includes(secret)) masked = masked.replaceAll(secret, MASK);
      if (encoded !== secret && masked.includes(encoded)) masked = masked.replaceAll(encoded, MASK);
    }
    return masked;
  };

  const mask = (value: unknown, depth = 0): unknown => {
    if (typeof value === 'string') return maskText(value);
    if (typeof value === 'function') return '[function]';
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    if (depth > 8) return MASK;
    if (Array.isArray(value)) return value.map((item) => mask(item, depth + 1));
    // For setStorage, the field `key` decides whether the field `data` is a secret.
    const named = value as { key?: unknown };
    const secretKey = typeof named.key === 'string' && SECRET_NAME.test(named.key);
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const secret = SECRET_NAME.test(name) || (secretKey && name === 'data');
        if (!secret || inner === null || typeof inner === 'boolean' || typeof inner === 'function') {
          return [name, mask(inner, depth + 1)];
        }
        addSecrets(inner);
        return [name, MASK];
      }),
    );
  };

  return {
    events,
    add(event) {
      events.push(event);
      if (events.length > MAX_EVENTS) events.shift();
      for (const listener of [...listeners]) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    mask: (value) => mask(value),
    maskUrl(url) {
      const at = url.indexOf('?');
      if (at < 0) return maskText(url);
      const query = url.slice(at + 1).replace(/([^&=#]+)=([^&#]*)/g, (pair, name: string, value: string) => {
        if (!SECRET_NAME.test(name) || value === '') return pair;
        try {
          addSecrets(decodeURIComponent(value));
        } catch {
          addSecrets(value);
        }
        return `${name}=${MASK}`;
      });
      return maskText(`${url.slice(0, at)}?${query}`);
    },
  };
}
