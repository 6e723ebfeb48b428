/**
 * Makes requests fail with the faults that the user selected for their endpoints. Such a request does not reach the
 * handlers.
 */
import { type Endpoint, endpointsOf, namesOf } from '../../../simulator/config/endpoints';
import type { OpenScene } from '../../../simulator/config/scene';
import type { FaultConfig, Text } from '../../../simulator/config/types';
import { ERRNO } from '../../../simulator/phone/errno';
import { ApiFailure } from '../../../simulator/phone/failure';
import type { EndpointState, FaultKind, PickedFaults } from '../../faults';

/** The faults of one scene. */
export interface Faults {
  /** The answer of the selected fault. undefined: no fault is selected for this request. Also counts the request. */
  answer(request: Request): Promise<Response> | undefined;
  /** Stores the result of a request: the status, or null for no answer. */
  answered(request: Request, status: number | null): void;
  pick(picked: PickedFaults): void;
  readonly endpoints: readonly EndpointState[];
}

const bilingual = (text: Text): { zh: string; en: string } =>
  typeof text === 'string' ? { zh: text, en: text } : text;

/** Rejects when the request is aborted; the phone aborts it at its time limit. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

const answers: Readonly<Record<FaultKind, (request: Request) => Promise<Response>>> = {
  '500': async () =>
    new Response('Internal Server Error', { status: 500, headers: { 'content-type': 'text/plain' } }),
  network: async () => {
    throw new TypeError('Failed to fetch');
  },
  // Fail at once: the user wants to see the page after a timeout without waiting for it.
  timeout: async () => {
    throw new ApiFailure('timeout', ERRNO.timeout);
  },
  hang: ({ signal }) => untilAborted(signal),
  json: async () => new Response('{"data": [', { headers: { 'content-type': 'application/json' } }),
};

/**
 * Creates the faults of a scene.
 * @param own faults of the config, by id
 * @param report called with each fault that happens
 */
export function createFaults(
  scene: Pick<OpenScene, 'own' | 'endpoints'>,
  own: Readonly<Record<string, FaultConfig>>,
  report: (endpoint: string, fault: string) => void,
): Faults {
  const known: readonly Endpoint[] = endpointsOf(scene.own, [
    ...scene.endpoints,
    ...Object.values(own).flatMap(({ endpoint }) => endpoint ?? []),
  ]);
  let picked: PickedFaults = new Map();
  const requested = new Map<string, { count: number; lastStatus: number | null | undefined }>();
  const names = ({ method, url }: Request): string[] => namesOf(method, url, known);

  /** The state of an endpoint. The first request creates it. */
  function stateFor(name: string) {
    const state = requested.get(name) ?? { count: 0, lastStatus: undefined };
    requested.set(name, state);
    return state;
  }

  return {
    answer(request) {
      const all = names(request);
      for (const name of all) stateFor(name).count += 1;
      const name = all.find((one) => picked.has(one));
      const fault = name === undefined ? undefined : picked.get(name);
      if (name === undefined || fault === undefined) return undefined;
      const respond = Object.hasOwn(own, fault) ? own[fault]?.respond : answers[fault as FaultKind];
      if (respond === undefined) return undefined;
      report(name, fault);
      return (async () => {
        const response = await respond(request);
        // `fetch` throws this error when the connection breaks.
        if (response.type === 'error') throw new TypeError('Failed to fetch');
        return response;
      })();
    },
    answered(request, status) {
      for (const name of names(request)) stateFor(name).lastStatus = status;
    },
    pick(next) {
      picked = next;
    },
    get endpoints() {
      const listed = new Set([...known.map(({ name }) => name), ...requested.keys(), ...picked.keys()]);
      return [...listed].map((name) => ({
        name,
        requestCount: requested.get(name)?.count ?? 0,
        lastStatus: requested.get(name)?.lastStatus,
        own: Object.entries(own)
          .filter(([, { endpoint }]) => endpoint === undefined || endpoint === name)
          .map(([id, { title }]) => ({ id, title: bilingual(title ?? id) })),
      }));
    },
  };
}
