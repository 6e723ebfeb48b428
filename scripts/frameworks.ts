/**
 * Rebuilds the mini-programs of test/frameworks: `npx tsx scripts/frameworks.ts NAME`. Their toolchains are not
 * dependencies of this project. Each one is installed into a separate folder.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Command, textOf } from '../preview/cli/options';
import { runCommand } from '../preview/cli/program';

const HOME = path.resolve(__dirname, '../test/frameworks');

/** Fields in the package.json of a framework's sources that npm does not read. */
interface Manifest {
  /** Date for npm's `--before`: a later build installs the same toolchain. */
  readonly builtOn: string;
  /** Flags of `npm install` that an old toolchain needs. */
  readonly installFlags?: readonly string[];
  /** Output folder of the build; default `dist`. */
  readonly output?: string;
}

/** Files of a build that are not copied: DevTools' settings, source maps, separate licence files. */
const BESIDE = /\.map$|\.LICENSE\.txt$|[\\/]project\.(private\.)?config\.json$/;

function npm(folder: string, ...args: readonly string[]): void {
  const options = { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' } as const;
  const { status } = spawnSync('npm', args, options);
  if (status !== 0) throw new Error(`npm ${args[0]} failed in ${folder}.`);
}

function rebuild(name: string, folder: string): void {
  const sources = path.join(HOME, name);
  const target = path.join(sources, 'dist');
  const manifest = JSON.parse(readFileSync(path.join(sources, 'package.json'), 'utf8')) as Manifest;
  const output = path.join(folder, manifest.output ?? 'dist');
  mkdirSync(folder, { recursive: true });
  for (const old of [path.join(folder, 'src'), output]) rmSync(old, { recursive: true, force: true });
  cpSync(sources, folder, { recursive: true, filter: (from) => from !== target });
  if (!existsSync(path.join(folder, 'node_modules'))) {
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', `--before=${manifest.builtOn}`];
    npm(folder, 'install', ...flags, ...(manifest.installFlags ?? []));
  }
  npm(folder, 'run', 'build');
  rmSync(target, { recursive: true, force: true });
  cpSync(output, target, { recursive: true, filter: (from) => !BESIDE.test(from) });
  console.log(`test/frameworks/${name}/dist is new.`);
}

const FRAMEWORKS: Command = {
  help: 'builds test/frameworks/NAME/dist anew; without a NAME, all',
  flags: {
    in: {
      type: 'string',
      value: 'FOLDER',
      help: 'toolchains are installed into FOLDER/NAME and stay there (a temporary one)',
    },
  },
  words: '[NAME …]',
  async run(values, words) {
    const names = readdirSync(HOME).filter((name) => existsSync(path.join(HOME, name, 'package.json')));
    const unknown = words.find((name) => !names.includes(name));
    if (unknown !== undefined) throw new Error(`No framework is called ${unknown}: ${names.join(', ')}.`);
    const kept = textOf(values, 'in');
    const folder = path.resolve(kept ?? mkdtempSync(path.join(os.tmpdir(), 'frameworks-')));
    for (const name of words.length > 0 ? words : names) rebuild(name, path.join(folder, name));
    if (kept === undefined) rmSync(folder, { recursive: true });
    return undefined;
  },
};

runCommand('npx tsx scripts/frameworks.ts', FRAMEWORKS);
