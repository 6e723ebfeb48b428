/** The syntax tree of a WXML file: expressions, texts with {{ }}, nodes. Both stages compile it. */
import type { WxmlWarning } from './wxml-error';

/** An expression between {{ and }}. */
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
interface Member {
  readonly kind: 'member';
  readonly object: Expression;
  readonly key: Expression;
}

/** `{a, b: 1, ...c}`, or the same without braces, as in `data="{{a}}"`. */
export interface ObjectExpression {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
}

export interface ObjectEntry {
  /** Undefined for `...value`. */
  readonly name: string | undefined;
  readonly value: Expression;
}

/** A function call. Only functions of a `<wxs>` module can be called. */
export interface Call {
  /** The first name of the callee's member chain; undefined if the chain does not start with a name. */
  readonly root: string | undefined;
  /** The source text, for messages. */
  readonly text: string;
  readonly at: number;
}

/** The value of an attribute, or a text between tags. */
export interface Value {
  /** Never empty: an empty text is `['']`. */
  readonly parts: readonly (string | Expression)[];
}

export interface TextNode {
  readonly kind: 'text';
  readonly value: Value;
  /** The attribute `decode` of the surrounding `<text>`. */
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

/** A `wx:if` with its `wx:elif` and `wx:else`. `test` is undefined for `wx:else`. */
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
  /** The offset of `wx:key`; 0 if there is none. */
  readonly keyAt: number;
  readonly content: WxmlNode;
}

/** A `<block>`, or a node that renders no element of its own. */
interface BlockNode {
  readonly kind: 'block';
  readonly children: readonly WxmlNode[];
}

/** `<template is="…">`. */
export interface TemplateUse {
  readonly kind: 'template';
  readonly is: Value;
  /** Undefined if there is no `data`, or none that WeChat can read. */
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
  /** The attribute's name in the source. It distinguishes several bindings of the same event. */
  readonly key: string;
  readonly name: string;
  readonly isCapture: boolean;
  readonly isMutated: boolean;
  readonly isCatch: boolean;
  readonly handler: Value | true;
}

/** The attributes of an element, by kind. */
export interface ElementParts {
  /** In source order. `true`: an attribute without a value. */
  readonly attributes: readonly { readonly name: string; readonly value: Value | true }[];
  readonly events: readonly EventBinding[];
  /** `model:my-value="{{name}}"` → myValue → `name`. */
  readonly models: Readonly<Record<string, string>>;
  /** `generic:row="x"` → row → x. */
  readonly generics: Readonly<Record<string, string>>;
}

/** A `<wxs>` with its code, or with the path of a file. */
export interface WxsDeclaration {
  readonly module: string;
  readonly src: string | undefined;
  readonly code: string;
  /** Offset of the code. */
  readonly codeAt: number;
  readonly at: number;
}

/** An `<import>` or `<include>`. */
export interface Reference {
  readonly src: string;
  readonly at: number;
}

/** A whole WXML file. */
export interface WxmlDocument {
  readonly nodes: readonly WxmlNode[];
  /** Name → template. If a name occurs twice, the last one counts. */
  readonly templates: ReadonlyMap<string, readonly WxmlNode[]>;
  readonly imports: readonly Reference[];
  readonly includes: readonly Reference[];
  readonly scripts: readonly WxsDeclaration[];
  /** All calls in expressions. */
  readonly calls: readonly Call[];
  readonly warnings: readonly WxmlWarning[];
}

/** A parsed file with the fields that both stages have. */
export interface Linkable {
  readonly document: WxmlDocument;
}
