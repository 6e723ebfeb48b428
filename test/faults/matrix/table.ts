/** Writes the matrix as a document: `docs/faults.md`. */
import type { Era } from '../../../simulator';
import type { Outcome } from '../support/play';
import { type Cell, cellsOf, EXCLUDED, playedOf } from './cells';
import { FAULTS, type FaultColumn, type FaultId } from './faults';
import { stepsOf } from './rows';
import { ERAS, type Kind } from './steps';

/** The outcome of a cell, as the tests store it. */
export interface Written {
  readonly step: string;
  readonly fault: FaultId;
  /** One or two plays. */
  readonly plays: readonly Pick<Outcome, 'end' | 'way'>[];
}

/** Letters for the page's buttons: with the buttons' texts the table would be twice as wide as a screen. */
const LETTERS: Readonly<Record<string, string>> = {
  重试: 'r',
  联系客服: 'k',
  授权登录: 'a',
  去设置: 's',
  选择头像: 'p',
  更换头像: 'p',
  编辑: 'e',
  保存: 'v',
  同意: 'y',
  重新选择: 'c',
  一键绑定: 'b',
};

const MEANINGS: readonly (readonly [string, string])[] = [
  ['1', 'The user is logged in with a profile (isLogin 1). No notice is shown, and no action is left.'],
  ['2', 'The profile is missing (isLogin 2), and the page asks for it.'],
  ['!', 'The page shows a notice about the failure.'],
  ['·', 'After the fault is removed, these taps lead to isLogin 1:'],
  ['r', '重试'],
  ['k', '联系客服, and back'],
  ['a', '授权登录'],
  ['s', '去设置'],
  ['p', 'the avatar button of the form'],
  ['e', '编辑'],
  ['v', '保存'],
  ['y', '同意, on the sheet of the privacy contract'],
  ['c', '重新选择, after a refusal on that sheet'],
  ['b', '一键绑定'],
  [
    '/',
    'The two plays have different results. Before it: the fault happens once. After it: the fault continues (refused: the user refuses everything).',
  ],
  ['–', 'The fault cannot happen here. The last table lists the reason.'],
];

const KINDS: Readonly<Record<Kind, string>> = {
  server: 'a request to the backend',
  wechat: 'a call that WeChat answers without the user',
  ask: 'a call or a button that asks the user',
  settings: 'the settings page',
  contract: "the mini-program's own consent sheet",
  review: "WeChat's check of a nickname",
  storage: 'a write to the storage',
};

const playText = ({ end, way }: Written['plays'][number]): string =>
  way.length === 0 ? end : `${end}·${way.map((label) => LETTERS[label] ?? label).join('')}`;

/** The text of a played cell. */
export const playsText = (plays: Written['plays']): string => [...new Set(plays.map(playText))].join(' / ');

function cellText(cell: Cell, written: ReadonlyMap<string, Written>): string {
  if (cell.excluded !== undefined) return '–';
  const found = written.get(`${cell.step.id} × ${cell.fault.id}`);
  if (found === undefined) throw new Error(`${cell.era}: ${cell.step.id} × ${cell.fault.id} was not played.`);
  return playsText(found.plays);
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The two tables of an era. */
function tablesOf(era: Era, outcomes: readonly Written[]): string {
  const written = new Map(outcomes.map((one) => [`${one.step} × ${one.fault}`, one]));
  const cells = cellsOf(era);
  const table = (group: FaultColumn['group']) => {
    const columns = FAULTS.filter((fault) => fault.group === group);
    const rows = stepsOf(era).map((step) => {
      const mine = cells.filter((cell) => cell.step === step && cell.fault.group === group);
      return line([step.id, ...mine.map((cell) => cellText(cell, written))]);
    });
    const head = line(['step', ...columns.map(({ title }) => title)]);
    return [head, line(['---', ...columns.map(() => '---')]), ...rows].join('\n');
  };
  const { length: played } = playedOf(era);
  return `## ${era}

${played} cells are played, ${cells.length - played} cannot happen.

### Instead of the answer

${table('answer')}

### During the step

${table('event')}
`;
}

/** The reasons for empty cells, once per kind and reason. */
function reasons(): string {
  const lines = new Map<string, string[]>();
  const add = (where: string, reason: string, fault: string) => {
    const key = line([where, reason]);
    lines.set(key, [...(lines.get(key) ?? []), fault]);
  };
  for (const kind of Object.keys(KINDS) as Kind[]) {
    for (const { id, title } of FAULTS) {
      const reason = EXCLUDED[kind][id];
      if (reason !== undefined) add(KINDS[kind], reason, title);
    }
  }
  const steps = new Map(ERAS.flatMap(stepsOf).map((step) => [step.id, step]));
  for (const { id, except = {} } of steps.values()) {
    for (const fault of FAULTS) {
      const reason = except[fault.id];
      if (reason !== undefined) add(`\`${id}\``, reason, fault.title);
    }
  }
  const rows = [...lines].map(([key, faults]) =>
    key.replace(/^\| (.*?) \|/, `| $1 | ${faults.join(', ')} |`),
  );
  return [line(['step', 'faults', 'why not']), line(['---', '---', '---']), ...rows].join('\n');
}

function steps(): string {
  const seen = new Map(ERAS.flatMap(stepsOf).map((step) => [step.id, step]));
  const rows = [...seen.values()].map(({ id, when, kind }) => line([id, when, KINDS[kind]]));
  return [line(['step', 'when', 'what it is']), line(['---', '---', '---']), ...rows].join('\n');
}

/**
 * The whole document.
 * @throws Error when a cell has no outcome
 */
export function documentOf(outcomes: Readonly<Record<Era, readonly Written[]>>): string {
  const played = ERAS.reduce((sum, era) => sum + playedOf(era).length, 0);
  return `# Faults × steps

Every fault at every step of the flow, in every era: ${played} cells, made by \`npm run faults\`, which plays all of them and writes this page. \`npm test\` plays a fixed part of them, which contains every row and every column.

In each cell the mini-program starts on a fresh phone, the user performs the flow up to the step, and the fault happens at this step: once in the first play, and every time until it is removed in the second play. Then:

- within the time that one request may take (10 s; 30 s for an upload) the page shows isLogin 1 or 2, with an enabled button, and a notice unless the step succeeded in the end;
- at most one \`wx.login\` runs at any time, no promise rejection is unhandled, and nothing is written to the console;
- nothing is saved twice with different content, and the user is not asked again for data that the server has;
- after the fault is removed, the taps that the page offers lead to the profile: on the page, on the server and after another launch.

## How to read it

${[line(['', '']), line(['---', '---']), ...MEANINGS.map(([sign, meaning]) => line([`\`${sign}\``, meaning]))].join('\n')}

Example: \`2!·r\` means: no profile, a notice is shown, and one tap on 重试 is enough.

${ERAS.map((era) => tablesOf(era, outcomes[era])).join('\n')}
## The steps

${steps()}

## The faults

${[line(['fault', 'what happens']), line(['---', '---']), ...FAULTS.map(({ title, what }) => line([title, what]))].join('\n')}

## What cannot happen

${reasons()}
`;
}
