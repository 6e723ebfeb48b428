/**
 * `npm run breakages`: makes each mistake of the list in a copy of the project, and prints which tests of faults and
 * histories fail.
 */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type Command, numberOf, textOf, type Values } from '../../../preview/cli/options';
import { runCommand } from '../../../preview/cli/program';
import type { CheckOptions } from '../../histories/check';
import { runHistories } from '../../histories/run-batch';
import { ERAS } from '../matrix/steps';
import type { Breakage } from './breakage';
import { BREAKAGES } from './list';

const ROOT = path.resolve(__dirname, '../../..');
/** Files and folders that are not copied. */
const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'preview', 'bench']);

/** Copies the project; the copy shares its node_modules. */
async function copyOfProject(): Promise<string> {
  const copy = await mkdtemp(path.join(os.tmpdir(), 'breakages-'));
  for (const name of await readdir(ROOT)) {
    if (!LEFT_OUT.has(name)) await cp(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  }
  await symlink(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
  return copy;
}

/** Makes the mistake. Returns a function that undoes it. */
async function applyMistake(copy: string, { id, file, from, to }: Breakage): Promise<() => Promise<void>> {
  const place = path.join(copy, file);
  const source = await readFile(place, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${id}: the passage is not in ${file} exactly once.`);
  await writeFile(
    place,
    source.replace(from, () => to),
  );
  return () => writeFile(place, source);
}

interface Report {
  readonly testResults: readonly {
    /** The file's path. */
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Failed tests. */
interface Failed {
  /** Failed cells of the matrix: of the slice that `npm test` plays, or of the whole. */
  readonly cells: readonly string[];
  /** Failed tests of laws and flows. */
  readonly laws: readonly string[];
}

async function testsThatFail(copy: string, whole: boolean): Promise<Failed> {
  const out = path.join(copy, 'report.json');
  const jest = createRequire(__filename).resolve('jest/bin/jest');
  const files = `test/(faults/(${ERAS.join('|')})|(laws|flows)/.*)\\.test`;
  const args = [jest, files, '--json', `--outputFile=${out}`, '--silent'];
  const env = { ...process.env, ...(whole ? { FAULTS: 'all' } : {}) };
  await new Promise((ended) =>
    spawn(process.execPath, args, { cwd: copy, env, stdio: 'ignore' }).once('exit', ended),
  );
  const { testResults } = JSON.parse(await readFile(out, 'utf8')) as Report;
  await rm(out);
  const silent = testResults.find(({ assertionResults }) => assertionResults.length === 0);
  if (silent) throw new Error(`Tests that cannot be run at all:\n${silent.message}`);
  const failed = (folder: string) =>
    testResults
      .filter(({ name }) => path.relative(copy, name).split(path.sep)[1] === folder)
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => fullName);
  return { cells: failed('faults'), laws: [...failed('laws'), ...failed('flows')] };
}

interface Found {
  /** Number of the history, from 1; null if none failed. */
  readonly nth: number | null;
  readonly message: string;
}

/** Runs histories until one breaks a law. */
async function firstBreach(copy: string, options: CheckOptions): Promise<Found> {
  const { failure } = await runHistories(copy, options, () => {});
  const nth = failure === null ? null : Number(failure.path.split(':')[0]) + 1;
  return { nth, message: failure?.message ?? '' };
}

const COMMAND: Command = {
  help: 'makes plausible mistakes, one at a time, and prints which tests fail',
  flags: {
    only: { type: 'string', value: 'ID,ID', help: 'only these' },
    histories: { type: 'string', value: 'N', help: 'how many random histories each is given (3000)' },
    seed: { type: 'string', value: 'N', help: 'which ones (1)' },
    whole: { type: 'boolean', help: 'the whole matrix, not the slice that npm test plays' },
  },
  run: makeMistakes,
};

async function makeMistakes(values: Values): Promise<undefined> {
  const only = textOf(values, 'only')?.split(',');
  const seed = numberOf(values, 'seed', 1, 0);
  const histories = { seed, runs: numberOf(values, 'histories', 3000, 1), shrink: false };
  const copy = await copyOfProject();
  try {
    const untouched = await firstBreach(copy, histories);
    if (untouched.nth !== null) {
      throw new Error(`Without any mistake, history ${untouched.nth} breaks a law: ${untouched.message}`);
    }
    console.log('| mistake | cells | history | laws |\n| --- | --- | --- | --- |');
    for (const breakage of BREAKAGES) {
      if (only !== undefined && !only.includes(breakage.id)) continue;
      const undo = await applyMistake(copy, breakage);
      const { cells, laws } = await testsThatFail(copy, values.whole === true);
      const { nth, message } = await firstBreach(copy, histories);
      await undo();
      console.log(`| ${breakage.what} | ${cells.length || '–'} | ${nth ?? '–'} | ${laws.length || '–'} |`);
      if (process.env.DEBUG)
        console.log(`${breakage.id}\n${[...cells, ...laws].slice(0, 6).join('\n')}\n${message}\n`);
    }
  } finally {
    await rm(copy, { recursive: true });
  }
  return undefined;
}

runCommand('npm run breakages --', COMMAND);
