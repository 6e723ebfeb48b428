/** WXML: refused and rendered markup. Same on both stages; `test/judge/` compares both with WeChat's compiler. */
import { assertEnds, type Nesting } from '../../simulator/wxml/component-nesting';
import { DATA } from '../judge/case';
import { headlessVerdict } from '../judge/headless-tree';

const judge = (wxml: string, files: Readonly<Record<string, string>> = {}) => {
  const reports: string[] = [];
  return { ...headlessVerdict({ wxml, data: DATA, files }, reports), reports };
};
const drawn = (wxml: string, files?: Readonly<Record<string, string>>) => {
  const verdict = judge(wxml, files);
  return 'tree' in verdict ? verdict.tree : verdict.refused;
};
const refusal = (wxml: string) => {
  const verdict = judge(wxml);
  return 'refused' in verdict ? verdict.refused : '';
};

test('expressions have no ?., ??, typeof or ++, no spread in arrays, no quoted keys, and nothing after a closing bracket [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  for (const one of ['a?.b', 'a ?? b', 'typeof a', 'a++', '[...list]', "{'a': 1}", '(a || d).x']) {
    expect(refusal(`<view a="{{ ${one} }}"/>`)).toMatch(/which phones use, refuses/);
  }
});

test('an expression ends at the first }} outside of quotes [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  expect(refusal('<view a="{{{x: 1}}}"/>')).toMatch(/ends too early/);
  expect(drawn('<view a="{{ {x: 1} }}"/>')).toEqual([['view', { a: { x: 1 } }, []]]);
});

test('a text of only white space is dropped; every other text is kept unchanged [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  expect(drawn('<view> a <text>  </text>\n b</view>')).toEqual([
    ['view', {}, [' a ', ['text', {}, []], '\n b']],
  ]);
});

test('in a text null is shown as a word, and undefined as nothing [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  expect(drawn('[{{c}}][{{missing}}]')).toEqual(['[null][]']);
});

test('\\n, \\r and \\t in a text or a string are control characters; other escapes are unknown [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  expect(drawn("a\\nb{{'\\t\\d'}}")).toEqual(['a\nb\t\\d']);
});

test('entities are decoded only in a text with decode: nbsp, ensp, emsp, lt, gt, apos, amp [page component/text.html]', () => {
  const text = '&lt;&ensp;&quot;';
  expect(drawn(`<text>${text}</text><text decode>${text}</text>`)).toEqual([
    ['text', {}, [text]],
    ['text', { decode: true }, ['<\u2002&quot;']],
  ]);
});

test('methods of data cannot be called: the call returns undefined [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  const { reports, ...verdict } = judge('[{{s.substring(0, 1)}}]');
  expect(verdict).toEqual({ tree: ['[]'] });
  expect(reports[0]).toMatch(/^a\.wxml:1:2: the call in .* returns nothing/);
});

test('of two imports, or two attributes, with the same name the last one counts [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  const files = { 'b.wxml': '<template name="t">B</template>', 'c.wxml': '<template name="t">C</template>' };
  expect(drawn('<import src="b"/><import src="c"/><template is="t"/>', files)).toEqual(['C']);
  expect(drawn('<view a="1" a="2"/>')).toEqual([['view', { a: '2' }, []]]);
});

test('a template that uses itself through a name in the data is stopped; an unknown template renders nothing [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  const itself = '<template name="text">x<template is="{{n}}" data="{{n}}"/></template>';
  expect(drawn(`${itself}<template is="text" data="{{n: b}}"/>`)).toEqual(['x']);
  expect(drawn('<template is="{{b}}"/>')).toEqual([]);
  expect(drawn('<template is="none"/>')).toEqual([]);
});

test('templates or included files that use each other in a circle are refused, and the circle is shown; WeChat renders it once and stops [choice]', () => {
  expect(refusal('<template name="t">x<template is="t"/></template><template is="t"/>')).toMatch(
    /^a\.wxml:1:21: these templates use each other: /,
  );
  expect(refusal('<include src="a"/>')).toMatch(/^a\.wxml:1:1: these files include each other: /);
});

test('a page or component with 16 000 elements or more renders nothing, and this is an error [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  expect(() => drawn('<view wx:for="{{list}}"><view wx:for="{{5333}}"/></view>')).toThrow(
    'a.wxml draws 16000 elements or more: WeChat then shows nothing (Dom limit exceeded',
  );
  expect(drawn('<view wx:for="{{list}}"><view wx:for="{{5332}}"/></view>')).toHaveLength(3);
});

test('a component that contains itself more than 100 times is an error that names the cycle; on a phone the stack overflows [choice]', () => {
  let nesting: Nesting | undefined;
  const inside = (file: string) => {
    nesting = { file, outer: nesting };
    return () => assertEnds(nesting as Nesting);
  };
  for (let times = 0; times <= 100; times += 1)
    for (const file of ['a', 'b']) expect(inside(file)).not.toThrow();
  expect(inside('a')).toThrow(
    'these components contain each other endlessly: a → b → a (a contains itself 100 times)',
  );
});

test('more than 20 000 nodes of a file and its includes are refused; 100 000 rendered texts, templates and list items are an error [choice]', () => {
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [
      `f${at}.wxml`,
      `<include src="f${at + 1}"/><include src="f${at + 1}"/>`,
    ]),
  );
  expect(drawn('<include src="f0"/>', { ...files, 'f20.wxml': 'x' })).toMatch(/more than 20000 nodes/);
  expect(() => drawn('<block wx:for="{{1000000000}}">x</block>')).toThrow(
    'a.wxml draws more than 100000 texts, templates and items of lists',
  );
});

test('an included file sees the wxs modules of the including file, but not its own [page reference/wxml/import.html]', () => {
  const files = { 'b.wxml': '<wxs module="n">module.exports={v:2}</wxs>{{m.v}}{{n.v}}' };
  expect(drawn('<wxs module="m">module.exports={v:1}</wxs><include src="b"/>', files)).toEqual(['1']);
});

test('an attribute without a colon is converted to camel case before it is read: capture-bindtap registers no handler [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  expect(drawn('<view capture-bindtap="x" bindmy-event="y" bind:my-event="z"/>')).toEqual([
    ['view', { captureBindtap: 'x', 'on bind my-event': 'z', 'on bind myEvent': 'y' }, []],
  ]);
});

test('wx:for and wx:else cannot be on the same tag [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  expect(refusal('<view wx:if="{{a}}"/><view wx:else wx:for="{{list}}"/>')).toMatch(/^a\.wxml:1:22: /);
});

test('model: writes back only to a field of the data, not to a path or an item of wx:for [page framework/view/two-way-bindings.html]', () => {
  for (const wxml of [
    '<input model:value="{{d.x}}"/>',
    '<input model:value="{{list[0]}}"/>',
    '<input wx:for="{{list}}" wx:key="*this" model:value="{{item}}"/>',
  ]) {
    expect(judge(wxml).reports).toEqual([expect.stringMatching(/model:value is not written back/)]);
  }
  expect(judge('<input model:value="{{a}}"/>').reports).toEqual([]);
});

test('attribute values may have no quotes or several lines, which older compilers refuse [choice]', () => {
  expect(drawn('<view a={{a}} b="x\ny"/>')).toEqual([['view', { a: 1, b: 'x\ny' }, []]]);
});

test('a missing import or include, or a comment without an end, is refused; WeChat renders the rest [choice]', () => {
  for (const one of ['<include src="none"/>', '<!-- x']) expect(refusal(one)).not.toBe('');
});
