/** What a history starts with: a phone, a person, and whether our backend knows them. */
import fc from 'fast-check';
import type { Era } from '../../mock-server/wechat/types';

/** The beginning of one history. */
export interface Start {
  readonly era: Era;
  /** Base-library version. */
  readonly sdkVersion: string;
  readonly platform: 'ios' | 'android';
  /** `new` has never been here; `known` has given a profile on another phone. */
  readonly person: 'new' | 'known';
  /** The privacy contract waits for consent (phones that know of it). */
  readonly privacy: boolean;
}

/** For each era: typical versions, and those around which something changes. */
const VERSIONS: Readonly<Record<Era, readonly string[]>> = {
  legacy: ['2.0.9', '1.9.90', '1.2.0', '2.2.3'],
  button: ['2.10.3', '2.3.0', '2.0.7', '2.9.5'],
  profile: ['2.19.4', '2.10.4', '2.27.0', '2.9.5'],
  fill: ['3.16.2', '2.32.3', '2.27.1', '2.21.2', '2.19.4', '2.9.5'],
};

/** The first version of an era is the typical one; the others are rarer. */
const phone = fc.oneof(
  // Today's phones are the ones that matter most.
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

/** Any beginning. */
export const anyStart: fc.Arbitrary<Start> = fc
  .record({
    phone,
    platform: fc.constantFrom('android' as const, 'ios' as const),
    person: fc.constantFrom('new' as const, 'new' as const, 'known' as const),
    privacy: fc.boolean(),
  })
  .map(({ phone: { era, sdkVersion }, ...rest }) => ({ era, sdkVersion, ...rest }));

/** In words. */
export function describeStart({ era, sdkVersion, platform, person, privacy }: Start): string {
  const who = person === 'new' ? 'a new person' : 'a person whom the server knows from another phone';
  const contract = privacy ? ', privacy contract not agreed to' : '';
  return `${who}, ${platform}, era "${era}", base library ${sdkVersion}${contract}`;
}

/** Is the phone's base library at least this version? */
export function isSince({ sdkVersion }: Start, version: string): boolean {
  return sdkVersion.localeCompare(version, 'en', { numeric: true }) >= 0;
}
