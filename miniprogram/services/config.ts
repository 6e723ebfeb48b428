/** Addresses and time limits of the backend, and settings that only a development build uses. */

/**
 * Time limit of a request in milliseconds. `networkTimeout` in app.json has the same value, for older base libraries.
 */
export const REQUEST_TIMEOUT = 10_000;

/** Time limit of an avatar's upload in milliseconds: a photo on a weak network takes long. */
export const UPLOAD_TIMEOUT = 30_000;

type EnvVersion = 'develop' | 'trial' | 'release';

/** Backend origins. REPLACE the two https origins with your own, and add them to the request domains of the account. */
const ORIGINS: Readonly<Record<EnvVersion, string>> = {
  develop: 'http://127.0.0.1:3000',
  trial: 'https://api.example.com',
  release: 'https://api.example.com',
};

/**
 * The kind of build that is running. `wx.getAccountInfoSync` exists since base library 2.2.2, and returns `envVersion`
 * since 2.10.0. Without it the build counts as released, so that no real phone sends requests to 127.0.0.1.
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
 * Stores the launch parameter `mock=NAME`. A compile mode of DevTools uses it to choose a scenario of the mock backend.
 * @param name value of the parameter; ignored unless it consists of lower-case letters, digits and hyphens
 */
export function chooseMockScenario(name: string | undefined): void {
  mockScenario = name !== undefined && /^[a-z0-9-]+$/.test(name) ? name : '';
}

/** Headers of every request: none, except in a development build that was launched with `mock=NAME`. */
export function developmentHeaders(): Record<string, string> {
  return mockScenario !== '' && envVersion() === 'develop' ? { 'x-mock-scenario': mockScenario } : {};
}
