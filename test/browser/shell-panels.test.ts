/** What the panels compute from a phone: log lines, changes, masked secrets, contrast. */
import { contrast, neededContrast, over, parseColour } from '../../preview/shell/checks/colour';
import { changedPaths } from '../../preview/shell/panels/changes';
import { logLines, pathOf } from '../../preview/shell/panels/log-lines';
import { maskSecrets } from '../../preview/shell/panels/mask';
import { createQueue } from '../../preview/shell/sheet/queue';

describe('log lines', () => {
  test('a call and its result are one line; a request shows its path, never its query', () => {
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

  test('a failed call says why', () => {
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

  test('a URL that is none is cut at its query', () => {
    expect(pathOf('http://[?rd3_session=SECRET')).toBe('http://[');
  });
});

test('changed paths name what is new or different, and only that', () => {
  expect(changedPaths({ a: 1, b: { c: [1, 2] } }, { a: 1, b: { c: [1, 3] }, d: null })).toEqual([
    'b.c.1',
    'd',
  ]);
  expect(changedPaths({ a: {} }, { a: [] })).toEqual(['a']);
  expect(changedPaths({ a: Number.NaN }, { a: Number.NaN })).toEqual([]);
});

test('secrets are shortened wherever their names stand', () => {
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

describe('contrast', () => {
  const colour = (text: string) => {
    const parsed = parseColour(text);
    if (!parsed) throw new Error(`cannot read ${text}`);
    return parsed;
  };

  test.each([
    // From the WCAG's own examples and WeUI's palette, checked with the WebAIM calculator.
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

  test('large text needs less', () => {
    expect(neededContrast(17, 400)).toBe(4.5);
    expect(neededContrast(18, 700)).toBe(4.5);
    expect(neededContrast(19, 700)).toBe(3);
    expect(neededContrast(24, 400)).toBe(3);
  });
});

describe('the queue of the contact sheet', () => {
  /** Enough turns of the microtask queue for everything that is due. */
  const turn = async () => {
    for (let i = 0; i < 10; i += 1) await Promise.resolve();
  };

  test('runs a few at a time, those in view first, and goes on after a failure', async () => {
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
    d?.hurry(true);
    c?.drop();
    end.a?.(new Error('broken'));
    await turn();
    expect(started).toEqual(['a', 'b', 'd']);
    end.b?.();
    await turn();
    expect(started).toEqual(['a', 'b', 'd', 'e']);
    e?.drop();
  });
});
