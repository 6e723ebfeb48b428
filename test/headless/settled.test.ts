/** An action resolves when the mini-program has no more pending work. */
import { openPage, stageOf, writePage } from './support/app';

const RUNS = 10;
const PAGE = '<view class="n">{{n}}</view><button bindtap="go">走</button>';

/** Opens the page and taps, `runs` times. Returns the different texts that it showed. */
async function shown(page: string, runs = RUNS): Promise<Set<string>> {
  const seen = new Set<string>();
  const root = writePage(PAGE, `data: { n: 0 }, ${page}`);
  for (let run = 0; run < runs; run += 1) {
    const { stage } = stageOf(root);
    const handle = await stage.open('pages/one/one');
    await handle.tap({ text: '走' });
    seen.add(handle.find('.n').text());
    stage.close();
  }
  return seen;
}

describe.each([
  ['a timer of 0 ms', 'setTimeout(() => this.setData({ n: 1 }))'],
  ['a timer of 20 ms', 'setTimeout(() => this.setData({ n: 1 }), 20)'],
  [
    'a timer three levels deep',
    'setTimeout(() => setTimeout(() => setTimeout(() => this.setData({ n: 1 }), 5), 0), 10)',
  ],
  ['a timer with arguments', 'setTimeout((n) => this.setData({ n }), 0, 1)'],
  [
    'a timer in a promise in a timer',
    'setTimeout(() => Promise.resolve().then(() => setTimeout(() => this.setData({ n: 1 }))))',
  ],
  [
    'promises',
    'let p = Promise.resolve(); for (let i = 0; i < 50; i++) p = p.then(() => {}); p.then(() => this.setData({ n: 1 }))',
  ],
  ['nextTick', 'wx.nextTick(() => wx.nextTick(() => this.setData({ n: 1 })))'],
  [
    'setData in a callback of setData',
    'this.setData({ n: 3 }, () => this.setData({ n: 2 }, () => this.setData({ n: 1 })))',
  ],
  [
    'a timer in a callback of setData',
    'this.setData({ n: 3 }, () => setTimeout(() => this.setData({ n: 1 })))',
  ],
  [
    'a timer in a callback of the phone',
    "wx.getStorage({ key: 'x', complete: () => setTimeout(() => this.setData({ n: 1 }), 3) })",
  ],
  [
    'a request in a timer',
    "setTimeout(() => wx.request({ url: 'https://a.test/', success: () => setTimeout(() => this.setData({ n: 1 })) }))",
  ],
  [
    'an interval that ends itself',
    'let left = 5; const i = setInterval(() => { left -= 1; if (left === 0) { clearInterval(i); this.setData({ n: 1 }) } }, 2)',
  ],
  [
    'a cleared timer',
    'const t = setTimeout(() => this.setData({ n: 9 }), 20); setTimeout(() => { clearTimeout(t); this.setData({ n: 1 }) }, 5)',
  ],
  [
    'a polyfill that runs promise callbacks in setTimeout',
    'const later = (f) => setTimeout(f, 1); later(() => later(() => later(() => this.setData({ n: 1 }))))',
  ],
] as [string, string][])('%s', (_name, code) => {
  it(`has run when a tap resolves, ${RUNS} times of ${RUNS}`, async () => {
    expect(await shown(`go() { ${code} }`)).toEqual(new Set(['1']));
  });

  it('has run when the page is open', async () => {
    const { page } = await openPage(PAGE, `data: { n: 0 }, onLoad() { ${code} }`);
    expect(page.find('.n').text()).toBe('1');
  });
});

describe('longer timers', () => {
  const later = 'data: { n: 0 }, go() { setTimeout(() => this.setData({ n: 1 }), 60) }';

  it('are not awaited', async () => {
    const { page } = await openPage(PAGE, later);
    await page.tap({ text: '走' });
    expect(page.find('.n').text()).toBe('0');
  });

  it('run with settle({ timers })', async () => {
    const { page, stage } = await openPage(PAGE, later);
    await page.tap({ text: '走' });
    await stage.settle({ timers: 60 });
    expect(page.find('.n').text()).toBe('1');
  });

  it('that are due later do not run', async () => {
    const { page, stage } = await openPage(PAGE, later.replace('60', '60000'));
    await page.tap({ text: '走' });
    await stage.settle({ timers: 30 });
    expect(page.find('.n').text()).toBe('0');
  });

  it('an interval fires as often as it fits', async () => {
    jest.useFakeTimers();
    const { page, stage } = await openPage(
      PAGE,
      'data: { n: 0 }, onLoad() { setInterval(() => this.setData({ n: this.data.n + 1 }), 1000) }',
    );
    await stage.settle({ timers: 3500 });
    expect(page.find('.n').text()).toBe('3');
    jest.useRealTimers();
  });
});

describe.each([
  ['modern', {}],
  ['legacy', { legacyFakeTimers: true }],
] as const)('with Jest’s %s fake timers', (_name, config) => {
  beforeEach(() => void jest.useFakeTimers(config));
  afterEach(() => void jest.useRealTimers());

  it('short timers run by themselves, longer ones when the test advances them', async () => {
    const { page, stage } = await openPage(
      PAGE,
      'data: { n: 0 }, go() { setTimeout(() => { this.setData({ n: 1 }); setTimeout(() => this.setData({ n: 2 }), 1000) }, 20) }',
    );
    await page.tap({ text: '走' });
    expect(page.find('.n').text()).toBe('1');
    jest.advanceTimersByTime(999);
    expect(page.find('.n').text()).toBe('1');
    jest.advanceTimersByTime(1);
    expect(page.find('.n').text()).toBe('2');
    await page.tap({ text: '走' });
    await stage.settle({ timers: 1000 });
    expect(page.find('.n').text()).toBe('2');
  });

  it('nextTick and requests continue', async () => {
    const { page } = await openPage(
      PAGE,
      "data: { n: 0 }, go() { wx.nextTick(() => wx.request({ url: 'https://a.test/', success: () => this.setData({ n: 1 }) })) }",
    );
    await page.tap({ text: '走' });
    expect(page.find('.n').text()).toBe('1');
  });

  it('timers cleared by the test are not awaited', async () => {
    const { page } = await openPage(
      PAGE,
      'data: { n: 0 }, go() { setTimeout(() => this.setData({ n: 1 }), 10) }',
    );
    await page.tap({ text: '走' }, { settle: false });
    jest.clearAllTimers();
    await page.tap('.n');
    expect(page.find('.n').text()).toBe('0');
  });
});

it('removing fake timers removes their timers', async () => {
  jest.useFakeTimers();
  const { page } = await openPage(
    PAGE,
    'data: { n: 0 }, go() { setTimeout(() => this.setData({ n: 1 }), 10) }',
  );
  await page.tap({ text: '走' }, { settle: false });
  jest.useRealTimers();
  await page.tap('.n');
  expect(page.find('.n').text()).toBe('0');
});

describe('a loop that does not end', () => {
  it.each([
    ['setTimeout', 'again() { setTimeout(() => this.again()) }, go() { this.again() }'],
    ['setInterval', 'go() { setInterval(() => {}, 0) }'],
    ['setTimeout', 'async go() { for (;;) await new Promise((done) => setTimeout(done, 1)) }'],
  ])('of %s of 0 ms is an error with its position', async (name, code) => {
    const { page, stage } = await openPage(PAGE, `data: { n: 0 }, ${code}`);
    await expect(page.tap({ text: '走' })).rejects.toThrow(
      new RegExp(
        `^${name}\\(…, [01]\\) runs again and again and does not end: \\d+ times[\\s\\S]*pages/one/one\\.js:1:\\d+`,
      ),
    );
    stage.close();
  });

  it('also with fake timers', async () => {
    jest.useFakeTimers();
    const { page } = await openPage(
      PAGE,
      'data: { n: 0 }, again() { setTimeout(() => this.again()) }, go() { this.again() }',
    );
    await expect(page.tap({ text: '走' })).rejects.toThrow('runs again and again');
    jest.useRealTimers();
  });

  it('of animation frames is reported once, and no longer awaited', async () => {
    const { page, reports } = await openPage(
      PAGE,
      'data: { n: 0 }, frame() { setTimeout(() => this.frame(), 16) }, onLoad() { this.frame() }, go() { this.setData({ n: 1 }) }',
    );
    await page.tap({ text: '走' });
    expect(page.find('.n').text()).toBe('1');
    expect(reports).toEqual([
      expect.stringMatching(
        /^setTimeout\(…, 16\) runs again and again[\s\S]*From now on no action waits for it\.$/,
      ),
    ]);
  });
});

it('a timer does not inherit the tap', async () => {
  const ask = "wx.getUserProfile({ desc: 'x', complete: ({ errMsg }) => this.setData({ n: errMsg }) })";
  for (const fake of [false, true]) {
    if (fake) jest.useFakeTimers();
    const { page, stage } = await openPage(PAGE, `data: { n: 0 }, go() { setTimeout(() => ${ask}) }`, {
      phone: { era: 'profile' },
    });
    const tapped = page.tap({ text: '走' }, { settle: false });
    if (fake) jest.runAllTimers();
    await tapped;
    await stage.settle();
    expect(page.find('.n').text()).toBe('getUserProfile:fail can only be invoked by user TAP gesture.');
    jest.useRealTimers();
  }
});

it('an exception of a timer is thrown by the action, and App.onError receives it', async () => {
  const { page, stage } = await openPage(
    PAGE,
    'data: { n: 0 }, go() { setTimeout(() => { throw new Error("spilt") }) }',
    {
      files: { 'app.js': 'App({ errors: [], onError(text) { this.errors.push(text.split("\\n")[0]) } })' },
    },
  );
  await expect(page.tap({ text: '走' })).rejects.toThrow('spilt\n    in a timer');
  expect(stage.app.errors).toEqual(['Error: spilt']);
});

it('a timer accepts only a function', async () => {
  const { page } = await openPage(PAGE, 'data: { n: 0 }, go() { setTimeout("x") }');
  await expect(page.tap({ text: '走' })).rejects.toThrow(
    'setTimeout expects a function as first argument but got string.',
  );
});

it('a timer set late by an ended process never runs', async () => {
  const { page, stage } = await openPage(
    PAGE,
    'data: { n: 0 }, go() { this.late = () => setTimeout(() => { globalThis.ran = true }) }',
  );
  await page.tap({ text: '走' });
  stage.kill();
  (page.instance.late as () => void)();
  await new Promise((done) => setTimeout(done, 5));
  expect(globalThis).not.toHaveProperty('ran');
});
