/**
 * `npm run faults [-- --check]`: tests every combination of a fault and a step, and writes `docs/faults.md`. With
 * `--check` it writes nothing, and fails if the page would change.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { Command, Values } from '../preview/cli/options';
import { runCommand } from '../preview/cli/program';
import type { Era } from '../simulator';
import { ERAS } from '../test/faults/matrix/steps';
import { documentOf, type Written } from '../test/faults/matrix/table';

const ROOT = path.resolve(__dirname, '..');
const PAGE = path.join(ROOT, 'docs/faults.md');

/**
 * Runs all fault tests of all eras. They write their results into `folder`.
 * @returns the exit code
 */
function playAll(folder: string): Promise<number> {
  const jest = createRequire(__filename).resolve('jest/bin/jest');
  const child = spawn(process.execPath, [jest, `test/faults/(${ERAS.join('|')})\\.test`], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, FAULTS: 'all', FAULTS_OUT: folder },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const FAULTS: Command = {
  help: 'plays every fault at every step, and writes docs/faults.md',
  flags: { check: { type: 'boolean', help: 'writes nothing; fails when the page would change' } },
  run: write,
};

async function write(values: Values): Promise<undefined> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'faults-'));
  try {
    if ((await playAll(folder)) !== 0) throw new Error('Some cells failed: docs/faults.md stays as it is.');
    const outcomes = {} as Record<Era, Written[]>;
    for (const era of ERAS) {
      outcomes[era] = JSON.parse(await readFile(path.join(folder, `${era}.json`), 'utf8')) as Written[];
    }
    const page = documentOf(outcomes);
    if (!values.check) {
      await writeFile(PAGE, page);
      console.log('docs/faults.md is written.');
    } else if (page !== (await readFile(PAGE, 'utf8').catch(() => ''))) {
      throw new Error('docs/faults.md is out of date: run `npm run faults`.');
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return undefined;
}

runCommand('npm run faults --', FAULTS);
