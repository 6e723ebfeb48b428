/** Plays cases in Jest: each on both stages, and what the stages show is compared. */
import { join } from 'node:path';
import type { Case, StageName } from './case';
import { collect, type Found } from './collect';
import { materialise, miniprogramRoot, removeFolders } from './folder';
import { type Observation, type Outcome, play } from './play';

const REPOSITORY = join(__dirname, '../../..');
const STAGES = ['headless', 'preview'] as const;
/** What is compared between the stages, besides what a case expects of each. */
const COMPARED = ['text', 'pages', 'title', 'data', 'setData', 'heard', 'tree'] as const;

const indent = (text: string): string => text.replace(/^/gm, '    ');

/** Both outcomes, side by side. */
function sideBySide(outcomes: readonly Outcome[]): string {
  return outcomes
    .map(({ stage, wrong, observations }) => {
      const last = observations.at(-1);
      const state =
        last === undefined
          ? 'nothing was shown'
          : `at the end: ${JSON.stringify(last.text)}\n${last.tree.join('\n')}`;
      const judged = wrong.length === 0 ? 'as expected' : wrong.join('\n');
      return `${stage}: ${judged}\n${indent(state)}`;
    })
    .join('\n\n');
}

/** In what the stages differ, a line each. */
function differences(outcomes: readonly Outcome[]): string[] {
  const [headless, preview] = outcomes.map(({ observations }) => observations);
  return (headless ?? []).flatMap((mine, index) => {
    const other: Observation | undefined = preview?.[index];
    if (other === undefined) return [];
    return COMPARED.filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(other[name])).map(
      (name) =>
        `${mine.step}: the stages differ in ${name}\n    headless: ${JSON.stringify(mine[name])}\n    preview:  ${JSON.stringify(other[name])}`,
    );
  });
}

/** What is wrong with a stage that the case calls pending, and with one that it does not. */
function verdict(one: Case, outcomes: readonly Outcome[]): string[] {
  const wrong = outcomes.flatMap(({ stage, wrong: lines }) => {
    const pending = one.pending?.[stage];
    if (pending === undefined) return lines.map((line) => `${stage}: ${line}`);
    return lines.length > 0 ? [] : [`${stage} passes: take \`pending\` away ("${pending}")`];
  });
  if (one.differs !== undefined || one.pending !== undefined || wrong.length > 0) return wrong;
  return differences(outcomes);
}

/** Says what does not pass yet, for everybody who runs the suite. */
function tellPending(found: readonly Found[]): void {
  const lines = found.flatMap(({ name, one }) =>
    Object.entries(one.pending ?? {}).map(([stage, why]) => `  ${name} on ${stage}: ${why}`),
  );
  if (lines.length > 0) process.stderr.write(`\nPENDING, not passing on a stage yet:\n${lines.join('\n')}\n`);
}

/** Declares the tests of these themes. */
export function playThemes(...themes: readonly string[]): void {
  const found = themes.flatMap(collect);
  beforeAll(() => tellPending(found));
  afterAll(removeFolders);
  test.each(found.map((one) => [one.name, one.one.says, one] as const))(
    '%s: %s',
    async (_name, _says, { one, folder }) => {
      const root = one.project === undefined ? materialise(one, folder) : join(REPOSITORY, one.project);
      const outcomes: Outcome[] = [];
      for (const stage of STAGES)
        outcomes.push(await play(one, miniprogramRoot(root), stage satisfies StageName));
      const wrong = verdict(one, outcomes);
      if (wrong.length > 0) throw new Error(`${wrong.join('\n')}\n\n${sideBySide(outcomes)}`);
    },
  );
}
