/** The phone of a case: the same on both stages. */
import { json, type TestPhone, testPhone } from '../../simulator/support/phone';
import type { Case } from './case';

/** @param report Hears what a developer should know. */
export function casePhone(one: Case, report: (message: string) => void): TestPhone {
  const { backend = () => ({}) } = one;
  return testPhone({ ...one.phone, report }, ({ url, method, body }) => json(backend({ url, method, body })));
}
