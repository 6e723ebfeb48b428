/**
 * What answers for APIs of `wx` that the simulated phone does not model: the same stubs as on the headless stage, so that
 * a page that works here works there. The phone reports each use once. For an API without a stub there is none here
 * either: the phone throws an error that says what to pass.
 */
import stubs from 'miniprogram-simulate/src/api';
import { createInertCloud } from '../../../simulator/inert-cloud';

/** @param raise Called with exceptions in callbacks of `wx.cloud`. */
export function fallbackApis(
  raise: (error: unknown, where: string) => void,
): Readonly<Record<string, unknown>> {
  return {
    ...stubs,
    cloud: createInertCloud(raise),
  };
}
