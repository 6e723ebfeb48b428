/** A WXML file written again for glass-easel's compiler. Mistakes have been found before: what is written here has none. */
import type {
  ElementNode,
  EventBinding,
  ForNode,
  IfNode,
  TemplateUse,
  Value,
  WxmlDocument,
  WxmlNode,
  WxsDeclaration,
} from '../../../../simulator/wxml/syntax';
import { wxsPath } from '../../../../simulator/wxs';
import { PLACE_MARK } from '../../../phone/engine/places';
import {
  attributeText,
  expressionText,
  MARK,
  type Modules,
  nameText,
  objectText,
  textText,
} from './expression-text';

/** glass-easel takes no colon in the name of an event; the compiled text gets it back. */
export const COLON = `__wx_colon_${MARK}__`;

/** What a file is written with. */
export interface Surroundings {
  /**
   * The file that `src` means: its path without an ending, and what it says. Undefined when there is none, or when what it
   * takes in has no end.
   */
  included(src: string, path: string): { path: string; document: WxmlDocument } | undefined;
  /** Line and column in the file of `path`, e.g. `12:3`. */
  place(path: string, at: number): string;
  /** The path, without an ending, that `src` in the file of `path` means. */
  resolve(src: string, path: string): string;
}

/**
 * Writes a file.
 * @param path Its path without an ending.
 * @param scripts Those of its `<wxs>` elements that compile. Their code is given to the compiler apart.
 */
export function documentText(
  document: WxmlDocument,
  path: string,
  scripts: readonly WxsDeclaration[],
  around: Surroundings,
): string {
  const modules = new Set(scripts.map(({ module }) => module));
  const imports = new Set<string>();

  const modulesText = scripts.map(({ module, src }) => {
    const file = src === undefined ? inlinePath(path, module) : wxsPath(`${path}.wxml`, src);
    return `<wxs module="${module}" src="/${entityText(file)}"/>`;
  });
  const templates = [...document.templates].map(
    ([name, nodes]) => `<template name="${entityText(name)}">${content(nodes, path)}</template>`,
  );
  const body = content(document.nodes, path);
  const own = document.imports.map(({ src }) => importText(around.resolve(src, path)));
  return [...modulesText, ...imports, ...own, ...templates, body].join('');

  function content(nodes: readonly WxmlNode[], from: string): string {
    return nodes.map((node) => one(node, from)).join('');
  }

  function one(node: WxmlNode, from: string): string {
    switch (node.kind) {
      case 'text':
        return textText(node.value, modules);
      case 'block':
        return content(node.children, from);
      case 'if':
        return condition(node, from);
      case 'for':
        return loop(node, from);
      case 'template':
        return templateUse(node);
      case 'include':
        return include(node.src, from);
      case 'element':
        return element(node, from);
    }
  }

  function condition({ branches }: IfNode, from: string): string {
    return branches
      .map(({ test, content: inside }, index) => {
        const word =
          test === undefined
            ? 'wx:else'
            : `${index === 0 ? 'wx:if' : 'wx:elif'}="${dynamicText(test, modules)}"`;
        return `<block ${word}>${one(inside, from)}</block>`;
      })
      .join('');
  }

  function loop({ list, item, index, key, content: inside }: ForNode, from: string): string {
    const names = `wx:for-item="${itemName(item)}" wx:for-index="${itemName(index)}"`;
    const keyed = key !== undefined && /^(?:\*this|\w+)$/.test(key) ? ` wx:key="${key}"` : '';
    return `<block wx:for="${dynamicText(list, modules)}" ${names}${keyed}>${one(inside, from)}</block>`;
  }

  /** A name that no expression can say is not heard either, nor one that a module has. */
  function itemName(name: string): string {
    return /^[A-Za-z_$][\w$]*$/.test(name) && !modules.has(name) ? nameText(name) : '__wx_unnamed__';
  }

  function templateUse({ is, data }: TemplateUse): string {
    const given = data === undefined ? '' : ` data="{{ ${objectText(data, modules)} }}"`;
    return `<template is="${attributeText(is, modules)}"${given}/>`;
  }

  /**
   * An included file is written in place: it sees the `<wxs>` of this file and not its own, as on phones. Its templates
   * and imports are added to this file's, behind which they stand back.
   */
  function include(src: string, from: string): string {
    const found = around.included(src, from);
    if (found === undefined) return '';
    const text = content(found.document.nodes, found.path);
    for (const one of found.document.imports) imports.add(importText(around.resolve(one.src, found.path)));
    if (found.document.templates.size > 0) imports.add(importText(found.path));
    return text;
  }

  function element({ tag: name, parts, children, at }: ElementNode, from: string): string {
    // No component can have another name; glass-easel would take the tag for a text.
    const tag = /^[A-Za-z][\w-]*$/.test(name) ? name : 'view';
    const attributes = [
      ...parts.attributes.map(({ name, value }) => attribute(name, value, parts.models)),
      ...parts.events.map(event),
      ...Object.entries(parts.generics).map(
        ([name, component]) => `generic:${name}="${entityText(component)}"`,
      ),
    ];
    if (tag !== 'slot')
      attributes.push(`mark:${PLACE_MARK}="${entityText(`${from}.wxml:${around.place(from, at)}`)}"`);
    const head = [tag, ...attributes].join(' ');
    return tag === 'slot' ? `<${head}/>` : `<${head}>${content(children, from)}</${tag}>`;
  }

  function attribute(name: string, value: Value | true, models: ElementNode['parts']['models']): string {
    const isModel = Object.hasOwn(models, camelCase(name));
    if (value === true) return name;
    return `${isModel ? 'model:' : ''}${name}="${attributeText(value, modules)}"`;
  }

  function event({ name, isCapture, isMutated, isCatch, handler }: EventBinding): string {
    const prefix = `${isCapture ? 'capture-' : ''}${isMutated ? 'mut-' : ''}${isCatch ? 'catch' : 'bind'}`;
    const value = handler === true ? '' : attributeText(handler, modules);
    return `${prefix}:${name.replaceAll(':', COLON)}="${value}"`;
  }
}

/**
 * The path that stands for a module in the text of a file. glass-easel's compiler puts the name of a file with an inline module
 * between quotes as it is.
 */
export const inlinePath = (path: string, module: string): string => `${path}.wxml~${module}`;

const importText = (path: string): string => `<import src="/${entityText(path)}"/>`;

/** The value of `wx:if` and `wx:for`, where a plain text must stay a text. */
function dynamicText({ parts }: Value, modules: Modules): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object') return `{{ ${expressionText(only, modules)} }}`;
  return textText({ parts }, modules);
}

/** A text that glass-easel decodes and takes no {{ }} in. */
const entityText = (text: string): string => text.replace(/[&"<>{}\\]/g, (one) => `&#${one.charCodeAt(0)};`);

const camelCase = (name: string): string =>
  name.replace(/-(\w?)/g, (_, letter: string) => letter.toUpperCase());
