/** Benchmark of headless tests. Peers: tests without the mock, without the phone, or without the page. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { atLeast, atMost, type Bench, median } from './bench';

const ROUNDS = 5;
/** Rounds of the cost per test file. The start of Jest takes longer than one file, so more rounds are needed. */
const FILE_ROUNDS = 9;
const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'bench/headless');

/**
 * Runs Jest on files, in one process. @returns the rest of the output line that begins with BENCH, and the time in ms
 */
function jest(files: string): { output: string | undefined; ms: number } {
  const start = performance.now();
  const stdout = execFileSync(
    process.execPath,
    [
      path.join(root, 'node_modules/jest/bin/jest.js'),
      '--config',
      path.join(folder, 'jest.config.mjs'),
      '--runInBand',
      '--silent',
    ],
    {
      cwd: root,
      env: { ...process.env, BENCH_FILES: files },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  return { output: /^BENCH (.*)$/m.exec(stdout)?.[1], ms: performance.now() - start };
}

function flows() {
  const { output: line } = jest(`${folder}/flow.ts`);
  if (line === undefined) throw new Error('bench/headless/flow.ts did not say what it measured');
  const { real, stubbed } = JSON.parse(line) as { real: number[]; stubbed: number[] };
  return {
    what: 'a first visit, from launch to saved profile, beside the same with wx.request stubbed',
    value: `${median(real).toFixed(1)} ms`,
    peer: `${median(stubbed).toFixed(1)} ms`,
    ...atMost(median(real.map((ms, i) => ms / (stubbed[i] ?? Number.NaN))), 1.5),
  };
}

/** Time of one test in a file of `bench/headless`, ms. */
const perTest = (file: string) => Number(jest(`${folder}/${file}`).output);

/** Time of one more test file, ms: the difference between nine copies of the file and one, divided by eight. */
function perFile(file: string): number {
  const copies = mkdtempSync(path.join(folder, 'copies-'));
  try {
    copyFileSync(path.join(folder, 'files', file), path.join(copies, 'a.ts'));
    // The first run fills Jest's cache: leave it out.
    const all = () => Math.min(...[1, 2, 3].map(() => jest(`${copies}/*.ts`).ms).slice(1));
    const one = all();
    for (const name of 'bcdefghi')
      copyFileSync(path.join(folder, 'files', file), path.join(copies, `${name}.ts`));
    return (all() - one) / 8;
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}

function compare(
  rounds: number,
  ours: () => number,
  theirs: () => number,
  progress: (round: number) => void,
) {
  const pairs = Array.from({ length: rounds }, (_, i) => {
    progress(i + 1);
    return { ours: ours(), theirs: theirs() };
  });
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    theirs: median(pairs.map((pair) => pair.theirs)),
    ratio: median(pairs.map((pair) => pair.ours / pair.theirs)),
  };
}

export default {
  title: 'Headless tests',
  note: 'Jest with one worker and a warm cache; means of many flows or tests, the garbage collector included, and medians of those.',
  async run(progress) {
    progress('whole flows');
    const rows = [flows()];
    const tests = compare(
      ROUNDS,
      () => perTest('stage-tests.ts'),
      () => perTest('component-tests.ts'),
      (round) => progress(`tests per second, round ${round} of ${ROUNDS}`),
    );
    const files = compare(
      FILE_ROUNDS,
      () => perFile('one-flow.ts'),
      () => perFile('one-render.ts'),
      (round) => progress(`one more file, round ${round} of ${FILE_ROUNDS}`),
    );
    progress('the page with miniprogram-simulate alone');
    const markup = median(Array.from({ length: ROUNDS }, () => perTest('page-tests.ts')));
    return [
      ...rows,
      {
        what: 'tests per second, launch and page included, beside tests of one component with miniprogram-simulate alone',
        value: `${(1000 / tests.ours).toFixed(0)}/s`,
        peer: `${(1000 / tests.theirs).toFixed(0)}/s`,
        ...atLeast(1 / tests.ratio, 0.5),
      },
      {
        what: 'the markup of the whole page and its components, rendered with miniprogram-simulate alone',
        value: `${(1000 / markup).toFixed(0)}/s`,
      },
      {
        what: 'one more test file with a whole flow, beside one that only renders a page',
        value: `${files.ours.toFixed(0)} ms`,
        peer: `${files.theirs.toFixed(0)} ms`,
        ...atMost(files.ratio, 1.3),
      },
    ];
  },
} satisfies Bench;
