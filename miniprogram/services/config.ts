/** Addresses and time limits of the backend, and what only a development build does. */

/** Milliseconds that a request may take; `networkTimeout` in app.json says the same to older base libraries. */
export const REQUEST_TIMEOUT = 10_000;

/** Milliseconds that an avatar's upload may take: a photo on a weak network is slow, not broken. */
export const UPLOAD_TIMEOUT = 30_000;

type EnvVersion = 'develop' | 'trial' | 'release';

/** Backend origins. REPLACE the two https origins by your own and add them to the account's request domains. */
const ORIGINS: Readonly<Record<EnvVersion, string>> = {
  develop: 'http://127.0.0.1:3000',
  trial: 'https://api.example.com',
  release: 'https://api.example.com',
};

/**
 * Which build is running. `wx.getAccountInfoSync` exists since base library 2.2.2 and returns `envVersion` since
 * 2.10.0; a phone without it counts as a released build, so that no real phone sends requests to itself.
 */
function envVersion(): EnvVersion {
  try {
    return wx.getAccountInfoSync().miniProgram.envVersion ?? 'release';
  } catch {
    return 'release';
  }
}

/** The backend's origin for this build, without a trailing slash. */
export function apiOrigin(): string {
  return ORIGINS[envVersion()];
}

let mockScenario = '';

/**
 * Takes the launch query's `mock=NAME`, with which a DevTools compile mode picks a state of the mock backend.
 * @param name value of the query parameter; anything but a plain name is ignored
 */
export function chooseMockScenario(name: string | undefined): void {
  mockScenario = name !== undefined && /^[a-z0-9-]+$/.test(name) ? name : '';
}

/** Headers for every request: none, except in a development build that was launched with `mock=NAME`. */
export function developmentHeaders(): Record<string, string> {
  return mockScenario !== '' && envVersion() === 'develop' ? { 'x-mock-scenario': mockScenario } : {};
}
