/** Rows × columns: the faults that a step can meet, and for every other fault the reason why not. */
import type { Era } from '../../../simulator';
import { FAULTS, type FaultColumn, type FaultId } from './faults';
import { stepsOf } from './rows';
import type { Kind, Step } from './steps';

/** One cell of the matrix of an era. */
export interface Cell {
  readonly era: Era;
  readonly step: Step;
  readonly fault: FaultColumn;
  /** Why the fault cannot happen here. Absent: the cell is played. */
  readonly excluded?: string;
}

type Reasons = Readonly<Partial<Record<FaultId, string>>>;

const all = (reason: string, ids: readonly FaultId[]): Reasons =>
  Object.fromEntries(ids.map((id) => [id, reason]));

const STATUSES = ['400', '401', '403', '429', '500', '502'] as const;
const TEXTS = ['truncated', 'malformed'] as const;
const CHOICES = ['refused', 'dismissed'] as const;
const ANSWERS = FAULTS.filter(({ group }) => group === 'answer').map(({ id }) => id);

const noStatus = all("WeChat's own APIs answer without an HTTP status", STATUSES);
const noText = all("WeChat's own APIs do not answer with text", TEXTS);
const userNotAsked = all('the user is not asked', CHOICES);
const nothingWritten = all('nothing is written', ['storage-full']);

/** The table of exclusions: kind of step → fault → reason. */
export const EXCLUDED: Readonly<Record<Kind, Reasons>> = {
  server: { ...userNotAsked, ...nothingWritten },
  wechat: { ...noStatus, ...noText, ...userNotAsked, ...nothingWritten },
  ask: { ...noStatus, ...noText, ...nothingWritten },
  settings: {
    ...noStatus,
    ...noText,
    ...nothingWritten,
    dismissed:
      'the settings can only be closed by going back; going back without a change is the column refused',
  },
  contract: {
    ...all(
      "the sheet is the mini-program's own: only the user answers",
      ANSWERS.filter((id) => id !== 'slow'),
    ),
    ...nothingWritten,
    left: "the sheet is the mini-program's own: there is no connection",
    dismissed: 'the sheet has two buttons and cannot be closed otherwise',
  },
  review: {
    ...noStatus,
    ...noText,
    ...nothingWritten,
    ...all('the answer is only accepted or refused', ['cut-after', 'wrong-types', 'null', 'left']),
    dismissed: 'the user is not asked; the column refused is a refusal by WeChat',
  },
  storage: {
    ...all('the write is synchronous and sends no request', [...ANSWERS, 'left']),
    ...userNotAsked,
    ...all('the write is synchronous: no other event can happen during it', ['hidden', 'reopened']),
    ...all('the written value does not depend on it', ['session-expired', 'key-expired']),
  },
};

/** All cells of an era, row by row, including the excluded ones. */
export function cellsOf(era: Era): readonly Cell[] {
  return stepsOf(era).flatMap((step) =>
    FAULTS.map((fault): Cell => {
      const excluded = step.except?.[fault.id] ?? EXCLUDED[step.kind][fault.id];
      return { era, step, fault, ...(excluded === undefined ? {} : { excluded }) };
    }),
  );
}

/** The cells that are played. */
export const playedOf = (era: Era): readonly Cell[] =>
  cellsOf(era).filter(({ excluded }) => excluded === undefined);

/** The slice contains one of this number of cells. */
const SLICE = 24;

/** Cells that are always in the slice: each found a defect once, or is the only one that detects a certain mistake. */
const ALWAYS: Readonly<Record<string, readonly FaultId[]>> = {
  'write session, new phone': ['killed'],
  'getUserInfo, launch': ['timeout'],
  authorize: ['cut-before'],
  'getUserInfo, tap': ['timeout'],
  button: ['cut-before', 'wrong-types'],
  getUserProfile: ['wrong-types'],
  'getSetting, refusal': ['timeout', 'wrong-types'],
  showModal: ['null'],
  getPrivacySetting: ['timeout'],
  chooseAvatar: ['cut-before', 'wrong-types', 'null'],
  requirePrivacyAuthorize: ['timeout'],
  setuserinfo: ['cut-after', 'killed', 'left', 'hidden'],
  'setuserinfo, no room': ['killed', 'left'],
  'onlogin, slow launch': ['timeout'],
  upload: ['killed'],
  'setuserinfo, replay': ['401'],
  'login, retry of a save': ['tapped-twice'],
};

/** The cells of an era that `npm test` plays: the same cells in every run, with at least one per row and per column. */
export function sliceOf(era: Era): readonly Cell[] {
  const rows = stepsOf(era);
  const cells = playedOf(era);
  const first = (same: (one: Cell, other: Cell) => boolean) => (cell: Cell) =>
    cells.find((other) => same(cell, other)) === cell;
  const firstOfRow = first((one, other) => one.step === other.step);
  const firstOfColumn = first((one, other) => one.fault === other.fault);
  return cells.filter((cell) => {
    const place = rows.indexOf(cell.step) + FAULTS.indexOf(cell.fault);
    const always = ALWAYS[cell.step.id]?.includes(cell.fault.id) === true;
    return always || place % SLICE === 0 || firstOfRow(cell) || firstOfColumn(cell);
  });
}
