/** glass-easel's compiler after a failure: the unreadable file is named, and all other files are compiled. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type CompilerInput, compileGroup } from '../../preview/vite/program/glass-easel/compiler';
import { likeWcc, wxmlGlobals } from '../../preview/vite/program/glass-easel/output';
import { placeInStack } from '../../preview/vite/program/stack';

const file = (path: string, text: string): CompilerInput => ({
  path,
  text,
  scripts: new Map(),
});
/** A file that the front end cannot compile: too many {{ }}. */
const FATAL = '{{a}}'.repeat(5000);

test.each([true, false])(
  '5000 {{ }} in one text break a compiler instance: a new one continues (dev: %s)',
  (dev) => {
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
  },
);

/** The code as the preview runs it. @throws SyntaxError when it is not valid JavaScript */
const parsed = (text: string, dev: boolean) => {
  const code = likeWcc(compileGroup([file('a', `<template name="t">x</template>${text}`)], dev).code);
  return { code, run: new Function('$warn', `${wxmlGlobals}return ${code}`) };
};

test.each([true, false])('thousands of elements: no name in the code is do, if or in (dev: %s)', (dev) => {
  const one = `<view a="{{b}}" bind:tap="c">{{d}}</view><block wx:for="{{e}}" wx:key="f">{{item}}</block><block wx:if="{{g}}">'if' , if=1 ,if,do=</block><template is="t" data="{{ h: i }}"/>`;
  expect(() => parsed(one.repeat(700), dev)).not.toThrow();
});

test('a text that looks like generated code stays a text', () => {
  for (const text of [
    'return S[P]',
    'var L=R.c,M=R.m,O=R.r,',
    'D.__wx_own__x',
    '__wx_colon__',
    '} ,if=(',
    "var Y=function(a){return a==null?'':String(a)};",
  ])
    expect(parsed(`<view a="${text}">${text}</view>`, true).code.split(JSON.stringify(text))).toHaveLength(3);
});

test('two unreadable files are both named', () => {
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

test('a forged stack: an invalid address has no position', () => {
  for (const path of ['%', '%ff', '~zz~', '__proto__', 'constructor', '~25~'])
    expect(placeInStack({}, `at x (virtual:miniprogram/script/${path}:1:1)`)).toBeNull();
});
