/** Compiles the modules with WeChat's own compiler, and runs the accepted ones. */
import { compileCases } from '../../support/wcc';
import type { WxsCase } from './cases';
import { show } from './show';

/** The result of a module. */
export interface Verdict {
  /** False if the compiler refuses the module, or if its generated code has a syntax error. */
  readonly accepted: boolean;
  /** The result of `t`; absent if the module was refused. */
  readonly value?: string;
  /** Line of the mistake in `m.wxs`, from 1. */
  readonly line?: number;
}

/**
 * The verdicts of wcc; undefined when it does not run on this machine.
 * @param known the recorded verdicts by name: see `compileCases`
 */
export function askWcc(
  cases: readonly WxsCase[],
  known: Readonly<Record<string, Verdict>> = {},
): Verdict[] | undefined {
  const compiled = compileCases(
    cases.map(({ code, args = '1, 2', files = {} }) => ({
      'a.wxml': `<wxs module="m" src="./m.wxs"/><view a="{{m.t(${args})}}"/>`,
      'm.wxs': code,
      ...files,
    })),
    (index) => known[cases[index]?.name ?? '']?.accepted === true,
  );
  return compiled?.map((one) => {
    if ('refused' in one) {
      const line = /^m\.wxs:(\d+):/m.exec(one.refused)?.[1];
      return { accepted: false, ...(line === undefined ? {} : { line: Number(line) }) };
    }
    try {
      const [view] = one.draw({}).children;
      return { accepted: true, value: show(typeof view === 'object' ? view.attr?.a : view) };
    } catch (error) {
      // A syntax error breaks the whole page.
      if ((error as Error).name === 'SyntaxError') return { accepted: false };
      throw error;
    }
  });
}
