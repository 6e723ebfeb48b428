/** The preview's log folds repeated lines into one line with a count. */
import type { LogLine } from '../../preview/shell/panels/log-lines';
import { foldRepeated } from '../../preview/shell/panels/repeated';

const line = (title: string, changes: Partial<LogLine> = {}): LogLine => ({
  key: title,
  kind: 'problem',
  at: 0,
  title,
  outcome: '',
  ms: null,
  tone: 'bad',
  details: null,
  ...changes,
});

const counts = (...lines: LogLine[]) => foldRepeated(lines).map(({ title, count }) => [title, count]);

test('equal warnings in a row are counted; another line starts a new count', () => {
  expect(counts(line('a'), line('a'), line('a'), line('b'), line('a'))).toEqual([
    ['a', 3],
    ['b', 1],
    ['a', 1],
  ]);
});

test('calls, levels and expandable lines are not folded', () => {
  const call = line('wx.login', { kind: 'call' });
  expect(counts(call, call)).toHaveLength(2);
  const written = line('a', { kind: 'console' });
  expect(counts(written, written, { ...written, outcome: 'warn' })).toEqual([
    ['a', 2],
    ['a', 1],
  ]);
  const unfolds = line('a', { kind: 'console', details: { args: [{}] } });
  expect(counts(unfolds, unfolds)).toHaveLength(2);
});
