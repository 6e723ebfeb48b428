/** The virtual nodes that j-component renders: what its own compiler produces. */

/** j-component's node types (its src/tool/constant.js). */
export const TYPE = {
  root: 10,
  slot: 11,
  template: 12,
  component: 17,
  text: 18,
  if: 19,
  for: 20,
  forItem: 21,
} as const;

export interface VirtualEvent {
  readonly name: string;
  readonly isCapture: boolean;
  readonly isMutated: boolean;
  readonly isCatch: boolean;
  /** The name of a method. */
  readonly handler: string;
}

export interface VirtualAttribute {
  readonly name: string;
  readonly value: unknown;
}

export interface VirtualNode {
  readonly type: (typeof TYPE)[keyof typeof TYPE];
  readonly tagName: string;
  /** Nodes with different ids replace each other instead of being updated. */
  readonly componentId: string;
  readonly content: string;
  readonly key: string;
  readonly children: VirtualNode[];
  readonly generics: Readonly<Record<string, string>>;
  readonly attrs: VirtualAttribute[];
  readonly event: Record<string, VirtualEvent>;
  readonly slotName: string;
}

/** A node with everything that is not given left empty. */
export function virtual(type: VirtualNode['type'], parts: Partial<VirtualNode> = {}): VirtualNode {
  return {
    type,
    tagName: 'virtual',
    componentId: '',
    content: '',
    key: '',
    children: [],
    generics: {},
    attrs: [],
    event: {},
    slotName: '',
    ...parts,
  };
}

const EVENT = /^(capture-)?(mut-)?(bind|catch):?(.+)$/;

/** `bindtap`, `catch:tap`, `capture-bind:tap`, `mut-bind:tap` … */
export function parseEventName(attribute: string): Omit<VirtualEvent, 'handler'> | undefined {
  const found = EVENT.exec(attribute);
  const name = found?.[4];
  if (found === null || name === undefined) return undefined;
  return {
    name,
    isCapture: found[1] !== undefined,
    isMutated: found[2] !== undefined,
    isCatch: found[3] === 'catch',
  };
}
