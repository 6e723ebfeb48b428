/** Plays a case on one stage and returns the result. */
import type { Case, Expected, StageName, Step } from './case';
import { judge } from './expectations';
import { firstPage } from './folder';
import { headlessDriver } from './headless';
import { plain } from './plain';
import { previewDriver } from './preview';
import { type Driver, RefusedError } from './stage';

/** The state after one step, which must be equal on both stages. */
export interface Observation {
  readonly step: string;
  readonly text: string;
  readonly pages: readonly string[];
  readonly title: string;
  readonly data: unknown;
  readonly setData: unknown;
  readonly noted: unknown;
  readonly tree: readonly string[];
}

/** The result of a case on one stage. */
export interface Outcome {
  readonly stage: StageName;
  /** Mismatches, each with its step. */
  readonly wrong: readonly string[];
  readonly observations: readonly Observation[];
}

const ACTIONS =
  'tap input confirm pickNickname submit fire pullDown reachBottom back tapTab goTo hide show relaunch call wait'.split(
    ' ',
  );

/** Short name of a step. */
function nameOf(step: Step, index: number): string {
  const found = Object.entries(step).find(([name]) => ACTIONS.includes(name));
  if (found === undefined) return `step ${index + 1}`;
  return `step ${index + 1} (${found[0]} ${JSON.stringify(found[1])})`;
}

/** Plays the case in `root` on a stage. */
export async function play(one: Case, root: string, stage: StageName): Promise<Outcome> {
  const wrong: string[] = [];
  const observations: Observation[] = [];
  const seen = { noted: 0, errors: 0, reports: 0 };
  let driver: Driver | undefined;

  function look(step: string, expected: Expected, running: Driver): void {
    const { noted: all = [] } = running.app() as { noted?: readonly unknown[] };
    const since = {
      noted: all.slice(Math.min(seen.noted, all.length)),
      errors: running.errors.slice(seen.errors),
      reports: running.reports.slice(seen.reports),
    };
    Object.assign(seen, {
      noted: all.length,
      errors: running.errors.length,
      reports: running.reports.length,
    });
    wrong.push(...judge(running, expected, since).map((line) => `${step}: ${line}`));
    observations.push({
      step,
      text: running.text(),
      pages: running.pages(),
      title: running.title(),
      data: plain(running.data()),
      setData: plain(running.setData()),
      noted: plain(since.noted),
      tree: running.tree(),
    });
  }

  const steps = one.steps ?? [];
  const differs = one.differs?.[stage] ?? {};
  try {
    driver = stage === 'headless' ? headlessDriver(one, root) : await previewDriver(one, root);
    await driver.open(one.page ?? firstPage(root), one.query ?? {});
    if (one.refuses !== undefined) wrong.push('it compiles, but the case says that it is refused');
    look('opened', { ...one.opened, ...(steps.length === 0 ? differs : {}) }, driver);
    for (const [index, step] of steps.entries()) {
      if (step.relaunch) seen.noted = 0;
      await driver.act(step);
      look(nameOf(step, index), { ...step, ...(index === steps.length - 1 ? differs : {}) }, driver);
    }
  } catch (error) {
    wrong.push(...refusal(one, error));
  }
  try {
    driver?.close();
  } catch (error) {
    wrong.push(`at the end: ${String(error)}`);
  }
  return { stage, wrong, observations };
}

/** Compares a compile error with the case's expectation. Returns the mismatches. */
function refusal(one: Case, error: unknown): string[] {
  if (!(error instanceof RefusedError) || one.refuses === undefined) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
  const { place } = error;
  return Object.entries(one.refuses).flatMap(([name, expected]) => {
    const actual = place[name as keyof typeof place];
    const same =
      typeof expected === 'string' && name === 'message'
        ? String(actual).includes(expected)
        : expected instanceof RegExp
          ? expected.test(String(actual))
          : actual === expected;
    return same ? [] : [`${name} of the refusal: ${JSON.stringify(actual)} instead of ${String(expected)}`];
  });
}
