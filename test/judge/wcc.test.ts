/** Where WeChat's compilers run, their results equal the recorded verdicts. */
import { keyOf, type Verdict } from './case';
import { styles } from './corpus/styles';
import { CASES, readVerdicts } from './verdicts';
import { askWcc, askWcsc } from './wcc';

const recorded = readVerdicts();

test('wcc agrees with the records', () => {
  const known = CASES.map((one) => recorded.templates[keyOf(one)] as Verdict);
  const live = askWcc(CASES, known);
  if (live === undefined) {
    console.log('wcc does not run on this machine: its recorded verdicts are used.');
    return;
  }
  const changed = CASES.flatMap((one, index) =>
    JSON.stringify(live[index]) === JSON.stringify(known[index])
      ? []
      : [{ case: one.wxml, live: live[index], known: known[index] }],
  );
  expect(changed).toEqual([]);
});

test('wcsc agrees with the records', () => {
  const live = askWcsc(styles);
  if (live === undefined) {
    console.log('wcsc does not run on this machine: its recorded verdicts are used.');
    return;
  }
  expect(live).toEqual(styles.map((sheet) => recorded.styles[sheet]));
});
