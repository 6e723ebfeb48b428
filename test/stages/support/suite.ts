/** Declares the Jest tests of cases: plays each on both stages, and compares the stages. */
import { join } from 'node:path';
import { pending } from '../pending';
import type { StageName } from './case';
import { collect, type Found } from './collect';
import { materialise, miniprogramRoot, removeFolders } from './folder';
import { type Observation, type Outcome, play } from './play';

const REPOSITORY = join(__dirname, '../../..');
const STAGES = ['headless', 'preview'] as const;
/** Fields that are compared between the stages, in addition to each case's expectations. */
const COMPARED = ['text', 'pages', 'title', 'data', 'setData', 'noted', 'tree'] as const;

const indent = (text: string): string => text.replace(/^/gm, '    ');

/** Formats both results one below the other. */
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

/** The differences between the stages, one line each. */
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

/** Time limit of a case, ms: a framework's output takes seconds, on a busy machine half a minute. */
const LONG = 120_000;

/** How often each case is played: more than once to find results that depend on timing. */
const RUNS = Number(process.env.RUNS ?? 1);

const runs = (one: Found): (readonly [string, string, Found])[] =>
  Array.from({ length: RUNS }, (_, index) => [
    RUNS === 1 ? one.name : `${one.name} (${index + 1} of ${RUNS})`,
    one.one.title,
    one,
  ]);

type Pending = Partial<Record<StageName, string>>;

const pendingOf = ({ name, one }: Found): Pending => ({ ...one.pending, ...pending[name] });

/** The mismatches, without the known ones. */
function verdict(found: Found, outcomes: readonly Outcome[]): string[] {
  const known = pendingOf(found);
  const wrong = outcomes.flatMap(({ stage, wrong: lines }) =>
    known[stage] === undefined ? lines.map((line) => `${stage}: ${line}`) : [],
  );
  if (found.one.differs !== undefined || Object.keys(known).length > 0 || wrong.length > 0) return wrong;
  return differences(outcomes);
}

/** Declares the tests of these themes. Prints cases that do not pass yet. */
export function playThemes(...themes: readonly string[]): void {
  const found = themes.flatMap(collect);
  const notes: string[] = [];

  function note(one: Found, outcomes: readonly Outcome[]): void {
    for (const [stage, why] of Object.entries(pendingOf(one))) {
      const passes = outcomes.find((outcome) => outcome.stage === stage)?.wrong.length === 0;
      const news =
        passes && differences(outcomes).length === 0 ? ' (PASSES NOW: take it out of the list)' : '';
      notes.push(`  ${one.name} on ${stage}: ${why}${news}`);
    }
  }

  afterAll(() => {
    removeFolders();
    if (notes.length > 0) process.stderr.write(`\nPENDING, not passing yet:\n${notes.join('\n')}\n`);
  });
  // Both stages see the same time: the start of the phone's clock.
  beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 0, 1, 1)));
  afterEach(() => jest.restoreAllMocks());
  test.each(found.flatMap(runs))(
    '%s: %s',
    async (_name, _title, given) => {
      const { one, folder } = given;
      const root = one.project === undefined ? materialise(one, folder) : join(REPOSITORY, one.project);
      const outcomes: Outcome[] = [];
      for (const stage of STAGES) outcomes.push(await play(one, miniprogramRoot(root), stage));
      note(given, outcomes);
      const wrong = verdict(given, outcomes);
      if (wrong.length > 0) throw new Error(`${wrong.join('\n')}\n\n${sideBySide(outcomes)}`);
    },
    LONG,
  );
}
