/** The virtual nodes that j-component renders, in the form of its own compiler's output. */

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
  /** A node is replaced, not updated, if the next node has another id. */
  readonly componentId: string;
  readonly content: string;
  readonly key: string;
  readonly children: VirtualNode[];
  readonly generics: Readonly<Record<string, string>>;
  readonly attrs: VirtualAttribute[];
  /** Names of attributes whose expressions read data that was set: they are set again, even to the same value. */
  readonly again: readonly string[];
  readonly event: Record<string, VirtualEvent>;
  readonly slotName: string;
  /** Only for a root: the path of its WXML file from the mini-program's root. Absent for a built-in component. */
  readonly file?: string;
  /** Two-way bindings (`model:value`): attribute → the data field that it shows. */
  readonly models?: Readonly<Record<string, string>>;
}

/** Creates a node; parts that are not given are empty. */
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
