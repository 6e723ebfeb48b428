/** Compiles the corpus with WeChat's own compilers, and renders the accepted templates. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCases, type WccNode } from '../support/wcc';
import { openCompiler } from '../support/wechat-compilers';
import type { JudgedCase, TreeNode, Verdict } from './case';
import { element, joined } from './tree';

/**
 * The verdicts of wcc; undefined when it does not run on this machine.
 * @param known the recorded verdicts: see `compileCases`
 */
export function askWcc(cases: readonly JudgedCase[], known: readonly Verdict[] = []): Verdict[] | undefined {
  const compiled = compileCases(
    cases.map(({ wxml, files }) => ({ 'a.wxml': wxml, ...files })),
    (index) => 'tree' in (known[index] ?? {}) && Object.keys(cases[index]?.files ?? {}).length === 0,
  );
  return compiled?.map((one, index) => {
    if ('refused' in one) return one;
    try {
      return { tree: joined(one.draw(cases[index]?.data ?? {}).children.map(toTree)) };
    } catch (error) {
      return { refused: `when drawn: ${(error as Error).message ?? error}` };
    }
  });
}

/** For each style sheet, true if wcsc accepts it; undefined when wcsc does not run on this machine. */
export function askWcsc(sheets: readonly string[]): boolean[] | undefined {
  const wcsc = openCompiler('wcsc');
  if (wcsc === undefined) return undefined;
  try {
    const runs = sheets.map((sheet, index) => {
      const cwd = join(wcsc.folder, String(index));
      mkdirSync(cwd);
      writeFileSync(join(cwd, 'a.wxss'), sheet);
      return { cwd, args: ['-db', '-pc', '0', 'a.wxss'] };
    });
    return wcsc.run(runs).map(({ status }) => status === 0);
  } finally {
    wcsc.remove();
  }
}

function toTree(node: WccNode | string): TreeNode {
  if (typeof node !== 'object') return String(node);
  const attributes = Object.entries(node.attr ?? {})
    .filter(([name]) => name !== '$gdc')
    // A handler that is a function of a wxs module.
    .map(([name, value]) => [name.replace(/^\$wxs:/, ''), value] as const);
  const generics = Object.entries(node.generics ?? {}).map(
    ([name, tag]) => [name.replace(/^wx-/, 'generic:'), tag.replace(/^wx-/, '')] as const,
  );
  return element(node.tag.replace(/^wx-/, ''), [...attributes, ...generics], node.children.map(toTree));
}
