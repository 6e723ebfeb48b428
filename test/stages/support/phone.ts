/** The phone of a case; both stages use the same. */
import { setupServer } from 'msw/node';
import { json, type TestPhone, testPhone } from '../../simulator/support/phone';
import type { Case } from './case';

/** A phone, and a function that stops its server. */
interface CasePhone extends TestPhone {
  close(): void;
}

/**
 * Creates the phone.
 * @param report receives the messages to the developer
 */
export function casePhone(one: Case, report: (message: string) => void): CasePhone {
  const { backend = () => ({}) } = one;
  const answer = ({ url, method, body }: { url: string; method: string; body: unknown }) =>
    json(backend({ url, method, body }));
  if (one.server === undefined) {
    return { ...testPhone({ ...one.phone, report }, answer), close() {} };
  }
  const server = setupServer(...one.server());
  server.listen({ onUnhandledRequest: 'error' });
  return {
    ...testPhone({ fetch: (input, init) => fetch(input, init), ...one.phone, report }),
    close: () => server.close(),
  };
}
