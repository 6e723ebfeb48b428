/** Benchmark of the mini-program's build. Peer: gulp that only copies the same files. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { officialSize } from '../test/support/official-size';
import { atMost, type Bench, median } from './bench';

const ROUNDS = 7;
const root = path.resolve(import.meta.dirname, '..');
const gulp = path.join(root, 'node_modules/gulp/bin/gulp.js');

/** A gulpfile that copies `COPY_FROM` to `COPY_TO`. */
const copying = path.join(import.meta.dirname, 'build/gulpfile.mjs');

function milliseconds(args: string[], env: NodeJS.ProcessEnv = {}): number {
  const start = performance.now();
  execFileSync(process.execPath, [gulp, '--silent', ...args], { cwd: root, env: { ...process.env, ...env } });
  return performance.now() - start;
}

export default {
  title: 'The build',
  note: 'Wall time of the whole command, the start of Node and gulp included; medians.',
  async run(progress) {
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-build-'));
    try {
      const copy = {
        COPY_FROM: path.join(root, 'miniprogram'),
        COPY_TO: path.join(folder, 'copy'),
      };
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        progress(round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`);
        const build = milliseconds(['buildMiniprogram']);
        const copied = milliseconds(['--gulpfile', copying, 'copy'], copy);
        if (round === 0) continue;
        ours.push(build);
        theirs.push(copied);
      }
      const ratio = median(ours.map((ms, i) => ms / (theirs[i] ?? Number.NaN)));
      const bytes = officialSize(path.join(root, 'dist/miniprogram'))?.total ?? Number.NaN;
      return [
        {
          what: 'gulp buildMiniprogram, beside gulp copying the same files',
          value: `${median(ours).toFixed(0)} ms`,
          peer: `${median(theirs).toFixed(0)} ms`,
          ...atMost(ratio, 1.2),
        },
        {
          what: "size of the package for WeChat after WeChat's compilers",
          value: `${(bytes / 1024).toFixed(1)} KB`,
          target: '≤ 64 KB',
          met: bytes <= 64 * 1024,
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
} satisfies Bench;
