/** Faults that the user selects for endpoints, and their format in the URL: `500:GET /goods,timeout:POST /pay`. */

/** Faults for any endpoint. A project adds its own (`faults` of phone.config.ts). */
export const faultKinds = ['500', 'network', 'timeout', 'hang', 'json'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Endpoint (`GET /goods/:id`) → kind, or id of one of the project's own faults. */
export type PickedFaults = ReadonlyMap<string, string>;

const ONE = /^([\w-]+):([A-Z]+ [^,\s]+)$/;

/** Whether the text is a valid `fault` parameter of the URL. It has at most 2000 characters. */
export const isFaultText = (text: string): boolean =>
  text === '' || (text.length <= 2000 && text.split(',').every((one) => ONE.test(one)));

/** Parses the `fault` parameter of the URL. Invalid parts are ignored. */
export function parseFaults(text: string): Map<string, string> {
  const picked = new Map<string, string>();
  for (const one of text.split(',')) {
    const [, kind, endpoint] = ONE.exec(one) ?? [];
    if (kind !== undefined && endpoint !== undefined) picked.set(endpoint, kind);
  }
  return picked;
}

/** Formats the selected faults for the URL. Empty: no fault is selected. */
export const formatFaults = (picked: PickedFaults): string =>
  [...picked].map(([endpoint, kind]) => `${kind}:${endpoint}`).join(',');

/** An endpoint, for the network panel. */
export interface EndpointState {
  readonly name: string;
  /** Number of requestCount since the scene began. */
  readonly requestCount: number;
  /** Last HTTP status; null: no answer; undefined: no request has ended yet. */
  readonly lastStatus: number | null | undefined;
  /** The project's own faults for this endpoint. */
  readonly own: readonly {
    readonly id: string;
    readonly title: { readonly zh: string; readonly en: string };
  }[];
}
