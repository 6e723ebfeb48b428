/** Failures that a person picks for an endpoint, and their form in the address: `500:GET /goods,timeout:POST /pay`. */

/** Those that every endpoint can have. A project adds its own (`faults` of phone.config.ts). */
export const faultKinds = ['500', 'network', 'timeout', 'hang', 'json'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Endpoint (`GET /goods/:id`) → kind, or the id of a fault of the project's. */
export type PickedFaults = ReadonlyMap<string, string>;

const ONE = /^([\w-]+):([A-Z]+ [^,\s]+)$/;

/** Is this the form in the address? */
export const isFaultText = (text: string): boolean =>
  text === '' || (text.length <= 2000 && text.split(',').every((one) => ONE.test(one)));

/** What the text in the address says. */
export function parseFaults(text: string): Map<string, string> {
  const picked = new Map<string, string>();
  for (const one of text.split(',')) {
    const [, kind, endpoint] = ONE.exec(one) ?? [];
    if (kind !== undefined && endpoint !== undefined) picked.set(endpoint, kind);
  }
  return picked;
}

/** As a text for the address; empty: none is picked. */
export const formatFaults = (picked: PickedFaults): string =>
  [...picked].map(([endpoint, kind]) => `${kind}:${endpoint}`).join(',');

/** An endpoint, for the panel of faults. */
export interface EndpointState {
  readonly name: string;
  /** How often the mini-program has asked since the scene began. */
  readonly asked: number;
  /** What it got last: a status, or null for no answer; undefined while nothing came. */
  readonly last: number | null | undefined;
  /** Faults of the project's for this endpoint. */
  readonly own: readonly {
    readonly id: string;
    readonly title: { readonly zh: string; readonly en: string };
  }[];
}
