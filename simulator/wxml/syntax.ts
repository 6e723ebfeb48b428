/** What a WXML file says, as data: expressions, texts with {{ }} in them, nodes. Both stages are made from it. */
import type { WxmlWarning } from './wxml-error';

/** What stands between {{ and }}. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null | undefined }
  | { readonly kind: 'name'; readonly name: string }
  | Member
  | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly Expression[] }
  | { readonly kind: 'unary'; readonly operator: '!' | '-' | '~'; readonly value: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | ObjectExpression;

/** `object.key` or `object[key]`. */
export interface Member {
  readonly kind: 'member';
  readonly object: Expression;
  readonly key: Expression;
}

/** `{a, b: 1, ...c}`, also without its braces in `data="{{a}}"`. */
export interface ObjectExpression {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
}

export interface ObjectEntry {
  /** Undefined for `...value`. */
  readonly name: string | undefined;
  readonly value: Expression;
}

/** A call of something that only a `<wxs>` module can have. */
export interface Call {
  /** The name that the called function is read from; undefined when it is read from no name. */
  readonly root: string | undefined;
  /** As it is written. */
  readonly text: string;
  readonly at: number;
}

/** An attribute's value, or a text between tags. */
export interface Value {
  /** Never empty; `''` alone for an empty text. */
  readonly parts: readonly (string | Expression)[];
}

export interface TextNode {
  readonly kind: 'text';
  readonly value: Value;
  /** The `decode` of the `<text>` that it stands in. */
  readonly decode: Value | undefined;
}

/** An element that is drawn: a built-in, a component or a `<slot>`. */
export interface ElementNode {
  readonly kind: 'element';
  readonly tag: string;
  readonly parts: ElementParts;
  readonly children: readonly WxmlNode[];
  readonly at: number;
}

/** `wx:if` and what belongs to it. `test` is undefined for `wx:else`. */
export interface IfNode {
  readonly kind: 'if';
  readonly branches: readonly { readonly test: Value | undefined; readonly content: WxmlNode }[];
}

export interface ForNode {
  readonly kind: 'for';
  readonly list: Value;
  readonly item: string;
  readonly index: string;
  readonly key: string | undefined;
  /** Where the key is written; 0 without one. */
  readonly keyAt: number;
  readonly content: WxmlNode;
}

/** `<block>`, and what is drawn by nothing of its own. */
export interface BlockNode {
  readonly kind: 'block';
  readonly children: readonly WxmlNode[];
}

/** `<template is="…">`. */
export interface TemplateUse {
  readonly kind: 'template';
  readonly is: Value;
  /** Undefined when there is none, or none that WeChat can read. */
  readonly data: ObjectExpression | undefined;
  readonly at: number;
}

export interface IncludeNode {
  readonly kind: 'include';
  readonly src: string;
  readonly at: number;
}

export type WxmlNode = TextNode | ElementNode | IfNode | ForNode | BlockNode | TemplateUse | IncludeNode;

export interface EventBinding {
  /** The attribute as it is written. It distinguishes several bindings of one event. */
  readonly key: string;
  readonly name: string;
  readonly isCapture: boolean;
  readonly isMutated: boolean;
  readonly isCatch: boolean;
  readonly handler: Value | true;
}

/** The attributes of an element, sorted. */
export interface ElementParts {
  /** In the order of the source. `true`: without a value. */
  readonly attributes: readonly { readonly name: string; readonly value: Value | true }[];
  readonly events: readonly EventBinding[];
  /** `model:my-value="{{name}}"` → myValue → `name`. */
  readonly models: Readonly<Record<string, string>>;
  /** `generic:row="x"` → row → x. */
  readonly generics: Readonly<Record<string, string>>;
}

/** `<wxs>`: its code, or the file that holds it. */
export interface WxsDeclaration {
  readonly module: string;
  readonly src: string | undefined;
  readonly code: string;
  /** Offset of the code. */
  readonly codeAt: number;
  readonly at: number;
}

/** A file that another one takes in. */
export interface Reference {
  readonly src: string;
  readonly at: number;
}

/** A whole WXML file. */
export interface WxmlDocument {
  readonly nodes: readonly WxmlNode[];
  /** By name; of two with one name the last. */
  readonly templates: ReadonlyMap<string, readonly WxmlNode[]>;
  readonly imports: readonly Reference[];
  readonly includes: readonly Reference[];
  readonly scripts: readonly WxsDeclaration[];
  /** Every call in an expression. */
  readonly calls: readonly Call[];
  readonly warnings: readonly WxmlWarning[];
}

/** A parsed file, as a stage keeps it. */
export interface Linkable {
  readonly document: WxmlDocument;
}
