/**
 * Writes a parsed WXML document as text for glass-easel's compiler. The document has no mistakes, because it was
 * checked before.
 */
import { compiledName } from '../../../../simulator/wxml/attributes';
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

/** Replaces a colon in an event name, because glass-easel refuses a colon. output.ts restores it. */
export const COLON = `__wx_colon_${MARK}__`;

/** Access to the other files of the program. */
export interface Surroundings {
  /**
   * Opens an included file: its path without the extension, and its document. undefined: the file does not exist, or
   * its includes are endless.
   */
  included(src: string, path: string): { path: string; document: WxmlDocument } | undefined;
  /** Line and column of an offset in the file of `path`, e.g. `12:3`. */
  place(path: string, at: number): string;
  /** Path, without the extension, that `src` means in the file of `path`. */
  resolve(src: string, path: string): string;
}

/**
 * Writes a file.
 * @param path its path without the extension
 * @param scripts its `<wxs>` elements without mistakes; the compiler gets their code separately
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

  /** Replaces an item name by a dummy name, if no expression can use the name or a module has the same name. */
  function itemName(name: string): string {
    return /^[A-Za-z_$][\w$]*$/.test(name) && !modules.has(name) ? nameText(name) : '__wx_unnamed__';
  }

  function templateUse({ is, data }: TemplateUse): string {
    const given = data === undefined ? '' : ` data="{{ ${objectText(data, modules)} }}"`;
    return `<template is="${attributeText(is, modules)}"${given}/>`;
  }

  /**
   * Writes the content of an included file. As on phones, this content uses the `<wxs>` modules of the including file,
   * not those of the included file. The included file's templates and imports are added; those of the including file
   * take precedence.
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
    // A tag with other characters cannot be a component. glass-easel would read it as text.
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
    const isModel = Object.hasOwn(models, compiledName(name));
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
 * The path of an inline module in the written text. The module is written with a `src`, because glass-easel's compiler
 * does not escape the file name of an inline module in its output.
 */
export const inlinePath = (path: string, module: string): string => `${path}.wxml~${module}`;

const importText = (path: string): string => `<import src="/${entityText(path)}"/>`;

/** The value of `wx:if` or `wx:for`. A plain text must not become an expression. */
function dynamicText({ parts }: Value, modules: Modules): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object') return `{{ ${expressionText(only, modules)} }}`;
  return textText({ parts }, modules);
}

/** Escapes a text for places where glass-easel decodes entities and does not evaluate {{ }}. */
const entityText = (text: string): string => text.replace(/[&"<>{}\\]/g, (one) => `&#${one.charCodeAt(0)};`);
