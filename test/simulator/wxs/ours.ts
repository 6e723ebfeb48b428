/** Compiles and runs a module with this project's compiler and runtime. */
import { createWxsModules, createWxsProgram, moduleOf, recordOf, WxsError } from '../../../simulator/wxs';
import type { WxsCase } from './cases';
import { show } from './show';
import type { Verdict } from './wcc';

/** The result, the error message and the runtime failures. */
interface OurVerdict extends Verdict {
  readonly message?: string;
  readonly failures: readonly string[];
}

export function ours({ code, args = '1, 2', files = {} }: WxsCase): OurVerdict {
  const failures: string[] = [];
  const texts: Readonly<Record<string, string>> = { ...files, 'm.wxs': code };
  const program = createWxsProgram((path) => texts[path] ?? null);
  const modules = createWxsModules({ failed: (error) => failures.push(error.message), log: () => {} });
  try {
    program.file('m.wxs');
  } catch (error) {
    if (!(error instanceof WxsError)) throw error;
    return { accepted: false, line: error.place.line, message: error.message, failures };
  }
  modules.add(
    [...program.units.values()].map((unit) => {
      const run = new Function(`return (${unit.compiled.code});`)();
      return moduleOf(recordOf(unit), run);
    }),
  );
  const { t } = modules.view('m.wxs') as { t?: (...values: unknown[]) => unknown };
  const values = new Function(`return [${args}];`)() as unknown[];
  return { accepted: true, value: show(typeof t === 'function' ? t(...values) : undefined), failures };
}
