/** Computed content of the panels: log lines, edits, masked secrets, contrast. */
import { setDataKey } from '../../preview/phone/values/data-path';
import { createEdits } from '../../preview/phone/values/edits';
import { entriesOf, jsonOf, valueAt, viewOf } from '../../preview/phone/values/view';
import { contrast, neededContrast, over, parseColour } from '../../preview/shell/checks/colour';
import { logLines, pathOf } from '../../preview/shell/panels/log-lines';
import { maskSecrets } from '../../preview/shell/panels/mask';
import { createQueue } from '../../preview/shell/sheet/queue';
import { parseValue } from '../../preview/shell/values/parse-value';

describe('log lines', () => {
  test('a call and its result are one line; a request shows its path without its query', () => {
    const lines = logLines(
      [
        { kind: 'call', id: 1, at: 100, api: 'login', args: {} },
        { kind: 'call', id: 2, at: 105, api: 'openSetting', args: {} },
        { kind: 'result', id: 1, at: 120, api: 'login', ok: true, result: { errMsg: 'login:ok' } },
        {
          kind: 'request',
          at: 150,
          method: 'GET',
          url: 'https://a.b/api/index/onlogin?code=SECRET',
          status: 200,
          ms: 30,
        },
        { kind: 'request', at: 160, method: 'POST', url: '/api/index/setuserinfo', status: null, ms: 5 },
      ],
      [
        { kind: 'set-data', at: 152, route: 'pages/user/user', data: { isLogin: 2, rows: [] } },
        { kind: 'problem', at: 90, message: 'unknown tag' },
        { kind: 'console', at: 170, level: 'warn', args: ['n', 1, { a: 1 }] },
        { kind: 'tap', at: 180, target: 'button “x”' },
        { kind: 'outside', at: 190, what: 'offline' },
      ],
    );
    expect(lines.map(({ title, outcome, ms, tone }) => [title, outcome, ms, tone])).toEqual([
      ['unknown tag', '', null, 'bad'],
      ['wx.login', 'ok', 20, 'good'],
      ['wx.openSetting', '', null, 'open'],
      ['GET a.b/api/index/onlogin', '200', 30, 'good'],
      ['setData', 'isLogin, rows', null, 'plain'],
      ['POST /api/index/setuserinfo', '', 5, 'bad'],
      ['n 1 {"a":1}', 'warn', null, 'plain'],
      ['button “x”', '', null, 'plain'],
      ['offline', '', null, 'plain'],
    ]);
    expect(JSON.stringify(lines)).not.toContain('SECRET');
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });

  test('a failed call shows its reason', () => {
    const [line] = logLines(
      [
        { kind: 'call', id: 1, at: 0, api: 'authorize', args: {} },
        {
          kind: 'result',
          id: 1,
          at: 1,
          api: 'authorize',
          ok: false,
          result: { errMsg: 'authorize:fail auth deny' },
        },
      ],
      [],
    );
    expect(line).toMatchObject({ outcome: 'fail auth deny', tone: 'bad' });
  });

  test('an invalid URL is cut at its query', () => {
    expect(pathOf('http://[?rd3_session=SECRET')).toBe('http://[');
  });
});

test('secrets are masked wherever their names occur', () => {
  const masked = maskSecrets({
    rd3_session: { v: 1, value: 'abcdefghijklmnop' },
    nested: [{ openid: 'o123456789' }, { nickName: '林小满' }],
    v: 1,
  });
  expect(masked).toEqual({
    rd3_session: { v: 1, value: 'abcd… (16)' },
    nested: [{ openid: 'o123… (10)' }, { nickName: '林小满' }],
    v: 1,
  });
});

describe('editable values', () => {
  const circular: Record<string, unknown> = { name: 'c' };
  circular.self = circular;
  const throwing = Object.defineProperty({}, 'x', {
    enumerable: true,
    get() {
      throw new Error('no');
    },
  });

  test.each<[unknown, string, string, number]>([
    ['x'.repeat(500), 'text', 'x'.repeat(400), 500],
    [Number.NaN, 'number', 'NaN', 0],
    [null, 'null', 'null', 0],
    [[1, 2], 'array', '[2]', 2],
    [{ a: 1, b: 2, c: 3, d: 4 }, 'object', '{a, b, c, …}', 4],
    [undefined, 'other', 'undefined', 0],
    [() => 1, 'other', '[function]', 0],
    [new Date(0), 'other', '1970-01-01T00:00:00.000Z', 0],
    [new Uint8Array(3), 'other', '[3 bytes]', 0],
    [new Map(), 'other', '[Map]', 0],
    [{ _$: {}, is: 'a/b' }, 'other', '[component a/b]', 0],
    [10n, 'other', '10', 0],
  ])('%p is shown as %s', (value, kind, text, size) => {
    expect(viewOf(value)).toEqual({ kind, text, size });
  });

  test('only the opened part of a branch is read; a cycle and a throwing getter are named', () => {
    const million = Array.from({ length: 1_000_000 }, (_, at) => at);
    const [first, ...others] = entriesOf({ million }, ['million'], 999_950, 100);
    expect(first).toEqual({ key: 999_950, view: { kind: 'number', text: '999950', size: 0 } });
    expect(others).toHaveLength(49);
    expect(entriesOf({ circular }, ['circular'], 0, 9).at(-1)?.view.text).toBe('[circular]');
    expect(entriesOf({ circular }, ['circular', 'self'], 0, 9)).toEqual([]);
    expect(valueAt({ circular }, ['circular', 'self', 'name'])).toBeUndefined();
    expect(entriesOf(throwing, [], 0, 9)[0]?.view.text).toBe('[Error]');
    expect(valueAt({ a: {} }, ['a', 'toString'])).toBeUndefined();
  });

  test('only JSON-serialisable values are edited as JSON', () => {
    expect(jsonOf({ a: [1, 'x', null] })).toBe(JSON.stringify({ a: [1, 'x', null] }, null, 2));
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    for (const value of [circular, throwing, { f() {} }, [undefined], [Number.NaN], new Date(), deep])
      expect(jsonOf(value)).toBeUndefined();
    expect(jsonOf(new Array(1_000_000).fill(0))).toBeUndefined();
    expect(jsonOf('x'.repeat(300_000))).toBeUndefined();
  });

  test.each<[(string | number)[], string | undefined]>([
    [['list', 0, 'name'], 'list[0].name'],
    [['a.b', 'c[0]', 'd\\'], 'a\\.b.c\\[0\\].d\\\\'],
    [['a', '0'], 'a.0'],
    [[], undefined],
    [['a', ''], undefined],
  ])('setData names %j %p', (path, key) => expect(setDataKey(path)).toBe(key));

  test('entered text becomes a value of the type, or an error with its reason', () => {
    expect(parseValue('String', '"1"')).toEqual({ value: '"1"' });
    expect(parseValue('Number', ' 1e3 ')).toEqual({ value: 1000 });
    expect(parseValue('JSON', '{"__proto__": 1}')).toEqual({ value: JSON.parse('{"__proto__": 1}') });
    expect(parseValue('Date', '2026-01-31')).toEqual({ value: new Date('2026-01-31') });
    for (const [kind, text] of [
      ['Number', ''],
      ['Number', '1e999'],
      ['Date', 'never'],
      ['JSON', "{'a': 1}"],
    ] as const)
      expect(parseValue(kind, text)).toMatchObject({ problem: kind });
  });

  test('edits are undone in reverse order; later changes stay, and other edits need a restart', () => {
    const data: Record<string, unknown> = { a: 1, b: { c: 1 } };
    const edits = createEdits();
    const set = (name: string, value: unknown, isLive = () => true) => {
      const before = data[name];
      data[name] = value;
      const now = () => JSON.stringify(data[name]);
      edits.add({
        holder: data,
        path: [name],
        after: now(),
        now,
        isLive,
        isWhole: typeof value !== 'object',
        undo: () => {
          data[name] = before;
          return true;
        },
      });
    };
    set('a', 2);
    set('a', 3);
    set('b', { c: 2 });
    set('gone', 1, () => false);
    expect(edits.count).toBe(2);
    expect(edits.mark(data, ['a'])).toBe('edited');
    expect(edits.mark(data, [])).toBe('inside');
    expect(edits.mark({}, ['a'])).toBe('');
    expect(edits.reset()).toBe('done');
    expect(data).toMatchObject({ a: 1, b: { c: 1 } });
    set('a', 2);
    data.a = 5;
    expect(edits.count).toBe(0);
    expect(edits.reset()).toBe('done');
    expect(data.a).toBe(5);
    set('b', { c: 2, d: 1 });
    Object.assign(data.b as object, { c: 9 });
    expect(edits.reset()).toBe('restart');
  });
});

describe('contrast', () => {
  const colour = (text: string) => {
    const parsed = parseColour(text);
    if (!parsed) throw new Error(`cannot read ${text}`);
    return parsed;
  };

  test.each([
    // From the WCAG's examples and WeUI's palette, checked with the WebAIM calculator.
    ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 21],
    ['rgb(119, 119, 119)', 'rgb(255, 255, 255)', 4.48],
    ['rgb(7, 193, 96)', 'rgb(255, 255, 255)', 2.37],
  ])('%s on %s is %p', (text, background, ratio) => {
    expect(contrast(colour(text), colour(background))).toBeCloseTo(ratio, 1);
  });

  test('half-transparent black on white is grey', () => {
    const seen = over(colour('rgba(0, 0, 0, 0.5)'), colour('rgb(255 255 255)'));
    expect(seen).toEqual({ r: 127.5, g: 127.5, b: 127.5, a: 1 });
    expect(parseColour('color(srgb 1 0.5 0 / 0.25)')).toEqual({ r: 255, g: 127.5, b: 0, a: 0.25 });
    expect(parseColour('oklch(0.5 0.1 120)')).toBeNull();
  });

  test('large text needs less contrast', () => {
    expect(neededContrast(17, 400)).toBe(4.5);
    expect(neededContrast(18, 700)).toBe(4.5);
    expect(neededContrast(19, 700)).toBe(3);
    expect(neededContrast(24, 400)).toBe(3);
  });
});

describe('the queue of the contact sheet', () => {
  /** Enough turns of the microtask queue for all pending work. */
  const turn = async () => {
    for (let i = 0; i < 10; i += 1) await Promise.resolve();
  };

  test('runs a few at a time, visible ones first, and continues after a failure', async () => {
    const started: string[] = [];
    const end: Record<string, (error?: Error) => void> = {};
    const queue = createQueue(2);
    const add = (name: string) =>
      queue.add(
        () =>
          new Promise((resolve, reject) => {
            started.push(name);
            end[name] = (error) => (error ? reject(error) : resolve());
          }),
      );
    const [, , c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(add);
    await turn();
    expect(started).toEqual(['a', 'b']);
    d?.setUrgent(true);
    c?.cancel();
    end.a?.(new Error('broken'));
    await turn();
    expect(started).toEqual(['a', 'b', 'd']);
    end.b?.();
    await turn();
    expect(started).toEqual(['a', 'b', 'd', 'e']);
    e?.cancel();
  });
});
