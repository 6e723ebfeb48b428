/** The start of a history: a phone, a user, and whether the backend has the user's profile. */
import fc from 'fast-check';
import type { Era } from '../../mock-server/wechat/types';

/** The start of one history. */
export interface Start {
  readonly era: Era;
  /** Base-library version. */
  readonly sdkVersion: string;
  readonly platform: 'ios' | 'android';
  /** `new`: has never used the mini-program. `known`: has saved a profile on another phone. */
  readonly person: 'new' | 'known';
  /** The user has not agreed to the privacy contract (on phones that support it). */
  readonly privacy: boolean;
}

/** For each era: a typical version, and versions at which the platform changes. */
const VERSIONS: Readonly<Record<Era, readonly string[]>> = {
  legacy: ['2.0.9', '1.9.90', '1.2.0', '2.2.3'],
  button: ['2.10.3', '2.3.0', '2.0.7', '2.9.5'],
  profile: ['2.19.4', '2.10.4', '2.27.0', '2.9.5'],
  fill: ['3.16.2', '2.32.3', '2.27.1', '2.21.2', '2.19.4', '2.9.5'],
};

/** The first version of an era is typical; the others are less frequent. */
const phone = fc.oneof(
  // Listed twice: current phones matter most.
  ...(['fill', ...Object.keys(VERSIONS)] as Era[]).map((era) =>
    fc.record({
      era: fc.constant(era),
      sdkVersion: fc.oneof(
        { weight: 2, arbitrary: fc.constant(VERSIONS[era][0] ?? '') },
        { weight: 1, arbitrary: fc.constantFrom(...VERSIONS[era]) },
      ),
    }),
  ),
);

/** Generates any start. */
export const anyStart: fc.Arbitrary<Start> = fc
  .record({
    phone,
    platform: fc.constantFrom('android' as const, 'ios' as const),
    person: fc.constantFrom('new' as const, 'new' as const, 'known' as const),
    privacy: fc.boolean(),
  })
  .map(({ phone: { era, sdkVersion }, ...rest }) => ({ era, sdkVersion, ...rest }));

/** Describes a start in a sentence. */
export function describeStart({ era, sdkVersion, platform, person, privacy }: Start): string {
  const who = person === 'new' ? 'a new user' : 'a user with a profile from another phone';
  const contract = privacy ? ', privacy contract not agreed to' : '';
  return `${who}, ${platform}, era "${era}", base library ${sdkVersion}${contract}`;
}

/** True if the phone's base library has at least this version. */
export function isSince({ sdkVersion }: Start, version: string): boolean {
  return sdkVersion.localeCompare(version, 'en', { numeric: true }) >= 0;
}
