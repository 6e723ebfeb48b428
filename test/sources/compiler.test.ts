/** glass-easel's compiler after a failure: the file that it cannot read is named, and all others are compiled. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type CompilerInput, compileGroup } from '../../preview/vite/program/glass-easel/compiler';

const file = (path: string, text: string): CompilerInput => ({
  path,
  text,
  scripts: new Map(),
  inline: new Map(),
});
/** The front end refuses it: more {{ }} than the compiler has room for. */
const FATAL = '{{a}}'.repeat(5000);

test.each([true, false])('5000 {{ }} in one text end an instance: a fresh one goes on (dev: %s)', (dev) => {
  for (let round = 0; round < 3; round += 1) {
    const { code, failed } = compileGroup(
      [file('a', '<view>first</view>'), file('bad', FATAL), file('b', '<view>last</view>')],
      dev,
    );
    expect([...failed.keys()]).toEqual(['bad']);
    expect(String(failed.get('bad'))).toMatch(/Maximum call stack|unreachable/);
    expect(code).toContain('first');
    expect(code).toContain('last');
    expect(code).not.toContain('G["bad"]');
  }
  const alone = compileGroup([file('c', '<view>alone</view>')], dev);
  expect(alone.failed.size).toBe(0);
  expect(alone.code).toContain('alone');
});

test('two files that it cannot read are both named', () => {
  const { code, failed } = compileGroup(
    [file('x', FATAL), file('y', `<view a="${FATAL}"/>`), file('z', 'fine')],
    true,
  );
  expect([...failed.keys()]).toEqual(['x', 'y']);
  expect(code).toContain('fine');
});

test('the garbage collector does not end the process', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round += 1) {
    expect(compileGroup([file('bad', FATAL)], true).failed.size).toBe(1);
    collect();
    await setImmediate();
  }
});
