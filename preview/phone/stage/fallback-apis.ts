/**
 * Stubs for the APIs of `wx` that the simulated phone does not model. The headless stage has the same stubs, so that a
 * page works the same on both stages. The phone reports the first use of each. An API without a stub throws an error
 * whose message says how to provide one.
 */
import stubs from 'miniprogram-simulate/src/api';
import { createInertCloud } from '../../../simulator/program/inert-cloud';

/** Creates the stubs. @param raise called with exceptions in callbacks of `wx.cloud` */
export function fallbackApis(
  raise: (error: unknown, where: string) => void,
): Readonly<Record<string, unknown>> {
  return {
    ...stubs,
    cloud: createInertCloud(raise),
  };
}
