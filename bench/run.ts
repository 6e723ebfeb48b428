/**
 * `npm run bench [-- NAME …]`: runs every `<name>.bench.ts` of this folder, or the named ones, in order, and prints a
 * Markdown table for each.
 *
 * A missed target does not fail the command, because figures depend on the computer. A benchmark that cannot run fails
 * it, after the others have run.
 */
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from '../preview/cli/options';
import { runCommand } from '../preview/cli/program';
import type { Bench, Row } from './bench';

const here = import.meta.dirname;
const ENDING = '.bench.ts';

function table(rows: readonly Row[]): string {
  const mark = ({ met }: Row) => (met === undefined ? '' : met ? 'met' : 'missed');
  const lines = rows.map((row) =>
    [row.what, row.value, row.peer ?? '', row.ratio ?? '', row.target ?? '', mark(row)].join(' | '),
  );
  return ['| what | figure | peer | ratio | target | |', '|---|---|---|---|---|---|']
    .concat(lines.map((line) => `| ${line} |`))
    .join('\n');
}

/** Overwrites one progress line in a terminal. Writes nothing into a file or pipe. */
function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
}

async function measure(name: string): Promise<void> {
  const url = pathToFileURL(path.join(here, name + ENDING)).href;
  const { default: bench } = (await import(url)) as { default: Bench };
  const rows = await bench.run((what) => progress(`${name}: ${what}`));
  progress('');
  console.log(`\n## ${bench.title}\n\n${table(rows)}`);
  if (bench.note) console.log(`\n${bench.note}`);
}

const BENCH: Command = {
  help: 'benchmarks, compared with other packages, one after the other',
  flags: {},
  words: '[NAME …]',
  notes: 'npm ci --prefix bench installs the peers.',
  async run(_values, selected) {
    const all = readdirSync(here)
      .filter((file) => file.endsWith(ENDING))
      .map((file) => file.slice(0, -ENDING.length));
    const unknown = selected.find((name) => !all.includes(name));
    if (unknown !== undefined) throw new Error(`no benchmark "${unknown}"; there are: ${all.join(', ')}`);

    const [cpu] = cpus();
    console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}`);
    let code = 0;
    for (const name of selected.length > 0 ? selected : all) {
      await measure(name).catch((error: unknown) => {
        progress('');
        console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
        code = 1;
      });
    }
    return code;
  },
};

runCommand('npm run bench --', BENCH);
