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
  /** The name of a method, or a function of a wxs module. */
  readonly handler: string | ((event: unknown, owner: unknown) => unknown);
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
  /** Names of attributes with something in their expressions that was set: they are set again, equal or not. */
  readonly again: readonly string[];
  readonly event: Record<string, VirtualEvent>;
  readonly slotName: string;
  /** Of a root: its template, from the mini-program's root. A built-in component has none. */
  readonly file?: string;
  /** Attributes that are bound in both directions (`model:value`), with the field of the data that they show. */
  readonly models?: Readonly<Record<string, string>>;
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
    again: [],
    event: {},
    slotName: '',
    ...parts,
  };
}
