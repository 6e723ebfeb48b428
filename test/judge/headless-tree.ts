/** The result of the headless stage for a case. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileTemplate } from '../../simulator/headless/wxml/compile';
import { createWxmlFiles } from '../../simulator/headless/wxml/files';
import { TYPE, type VirtualNode } from '../../simulator/headless/wxml/virtual';
import { WxmlError } from '../../simulator/wxml/wxml-error';
import { WxsError } from '../../simulator/wxs';
import { writeFiles } from '../support/write-files';
import type { JudgedCase, TreeNode, Verdict } from './case';
import { element, joined } from './tree';

/** Compiles and renders. `reports` receives the stage's messages to the developer. */
export function headlessVerdict({ wxml, data, files }: JudgedCase, reports: string[] = []): Verdict {
  const root = mkdtempSync(join(tmpdir(), 'judged-'));
  try {
    writeFiles(root, { 'a.wxml': wxml, ...files });
    const loaded = createWxmlFiles(root, (message) => reports.push(message));
    const template = compileTemplate(join(root, 'a.wxml'), loaded, (tag) => ({ id: tag, tagName: tag }));
    return { tree: joined(template(structuredClone(data)).children.flatMap(toTree)) };
  } catch (error) {
    if (!(error instanceof WxmlError) && !(error instanceof WxsError)) throw error;
    const { file, place, reason } = error;
    return { refused: `${file}:${place.line}:${place.column}: ${reason}` };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function toTree(node: VirtualNode): TreeNode[] {
  if (node.type === TYPE.text) return [node.content];
  const children = node.children.flatMap(toTree);
  if (node.type !== TYPE.component && node.type !== TYPE.slot) return children;
  const events = Object.values(node.event).map(
    ({ name, isCapture, isMutated, isCatch, handler }) =>
      [
        `${isCapture ? 'capture-' : ''}${isMutated ? 'mut-' : ''}${isCatch ? 'catch' : 'bind'}:${name}`,
        handler,
      ] as const,
  );
  const generics = Object.entries(node.generics).map(([name, tag]) => [`generic:${name}`, tag] as const);
  const attributes = node.attrs.map(({ name, value }) => [name, value] as const);
  const slot = node.type === TYPE.slot && node.slotName !== '' ? [['name', node.slotName] as const] : [];
  return [element(node.tagName, [...attributes, ...slot, ...events, ...generics], children)];
}
