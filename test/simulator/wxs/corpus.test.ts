/** Small WXS modules: accepted, refused and evaluated as by WeChat's own compiler. */
import { CASES } from './cases';
import { ours } from './ours';
import recorded from './verdicts.json';
import { askWcc, type Verdict } from './wcc';

const verdicts: Readonly<Record<string, Verdict>> = recorded;
const known = (name: string): Verdict => {
  const verdict = verdicts[name];
  if (verdict === undefined) throw new Error(`No verdict: npx tsx test/simulator/wxs/record.ts`);
  return verdict;
};

it('every module has a unique name', () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  expect(CASES.length).toBeGreaterThan(250);
});

describe.each(CASES.filter(({ stricter, differs }) => !stricter && !differs))('$name', (one) => {
  it('like in WeChat', () => {
    const { accepted, value, line } = known(one.name);
    const own = ours(one);
    expect({ accepted: own.accepted, value: own.value, message: accepted ? own.message : undefined }).toEqual(
      {
        accepted,
        value,
        message: undefined,
      },
    );
    // If the compiler has already read the next line, it names the line after the mistake.
    if (line !== undefined) expect([line, line - 1]).toContain(own.line);
  });
});

it.each(CASES.filter(({ stricter }) => stricter))('$name: $stricter', (one) => {
  expect(ours(one).message).toMatch(/^(m|c)\.wxs:\d+:\d+: /);
});

it.each(CASES.filter(({ differs }) => differs))('$name', (one) => {
  expect(known(one.name).value).not.toBe(one.differs?.value);
  expect(ours(one).value).toBe(one.differs?.value);
});

it("the records equal the results of WeChat's compiler", () => {
  const now = askWcc(CASES, verdicts);
  if (now === undefined) {
    console.warn('wcc does not run on this machine: its recorded verdicts are used.');
    return;
  }
  expect(Object.fromEntries(CASES.map(({ name }, index) => [name, now[index]]))).toEqual(verdicts);
});
