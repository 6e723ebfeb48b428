/** Measures the time of `npm run shots`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Row } from '../bench';
import { root } from './servers';

/** The row of `npm run shots`: all scenes, with the build of the site. */
export function shots(progress: (what: string) => void): Row {
  progress('npm run shots');
  const out = mkdtempSync(path.join(tmpdir(), 'bench-shots-'));
  try {
    const begun = performance.now();
    execFileSync(process.execPath, ['scripts/run.cjs', 'shots', '--out', out], {
      cwd: root,
      stdio: 'ignore',
    });
    const s = (performance.now() - begun) / 1000;
    const pictures = readdirSync(out).length;
    const per = s / pictures;
    return {
      what: `npm run shots, ${pictures} pictures`,
      value: `${s.toFixed(0)} s, ${per.toFixed(2)} s each`,
      target: '≤ 0.5 s each',
      met: per <= 0.5,
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
