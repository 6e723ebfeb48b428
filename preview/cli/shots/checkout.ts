/** Checks a commit out into a temporary folder, with its packages. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { home, isPackaged } from '../../vite/home';
import { temporaryFolder } from '../temporary-folder';

const run = promisify(execFile);

/** Maximum output of a child process, bytes. A build can print a lot. */
const MAX_OUTPUT = 32 * 1024 * 1024;

/** A commit of the repository that contains a project. */
export interface Commit {
  /** Full id. */
  readonly id: string;
  /** The repository's top folder. */
  readonly top: string;
  /** The project's folder, relative to `top`; may be empty. */
  readonly below: string;
  /** Whether it is a commit of the preview's own repository. */
  readonly isPreviewItself: boolean;
}

/**
 * Runs a program.
 * @returns its standard output
 * @throws Error whose message is the program's standard error
 */
async function outputOf(cwd: string, program: string, ...args: string[]): Promise<string> {
  try {
    // On Windows, npm is a batch file.
    const shell = process.platform === 'win32' && program === 'npm';
    return (await run(program, args, { cwd, maxBuffer: MAX_OUTPUT, shell })).stdout.trim();
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error((stderr ?? '').trim() || message);
  }
}

/**
 * Resolves `ref` to a commit of the repository that contains `root`.
 * @returns undefined if there is no such commit, or no repository
 */
export async function commitOf(ref: string, root: string): Promise<Commit | undefined> {
  try {
    const [top, below, id] = await Promise.all([
      outputOf(root, 'git', 'rev-parse', '--show-toplevel'),
      outputOf(root, 'git', 'rev-parse', '--show-prefix'),
      outputOf(root, 'git', 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`),
    ]);
    return { id, top, below, isPreviewItself: !isPackaged && path.resolve(top) === home };
  } catch {
    return undefined;
  }
}

type Packages = Readonly<Record<string, { version?: string }>>;

/** The packages in a folder's package-lock.json; empty without one. */
async function lockedPackages(folder: string): Promise<Packages> {
  const file = path.join(folder, 'package-lock.json');
  if (!existsSync(file)) return {};
  return (JSON.parse(await readFile(file, 'utf8')) as { packages?: Packages }).packages ?? {};
}

/** Whether the lock file of `there` contains a package that is missing in `here`, or has another version there. */
async function isLockedOtherwise(there: string, here: string): Promise<boolean> {
  const [locked, own] = await Promise.all([lockedPackages(there), lockedPackages(here)]);
  return Object.entries(locked).some(([name, { version }]) => name !== '' && own[name]?.version !== version);
}

/**
 * Provides the packages for every folder of a checkout that has a package.json: a link to the installed packages, or
 * `npm ci` if the commit's lock file has other versions.
 * @returns the paths of the links
 */
async function linkPackages(
  checkout: string,
  top: string,
  report: (text: string) => void,
): Promise<readonly string[]> {
  const links: string[] = [];
  const listed = await outputOf(checkout, 'git', 'ls-files', '-z', '*package.json');
  for (const name of listed.split('\0')) {
    if (path.posix.basename(name) !== 'package.json') continue;
    const [there, here] = [checkout, top].map((one) => path.join(one, path.dirname(name))) as [
      string,
      string,
    ];
    const installed = path.join(here, 'node_modules');
    if (!existsSync(installed)) continue;
    if (await isLockedOtherwise(there, here)) {
      report(`the packages of that commit differ from those that are installed: npm ci in ${name}`);
      await outputOf(there, 'npm', 'ci', '--no-audit', '--no-fund');
    } else {
      const link = path.join(there, 'node_modules');
      await symlink(installed, link, 'junction');
      links.push(link);
    }
  }
  return links;
}

/**
 * Checks out a commit, runs `use` in the folder, and deletes the folder.
 * @param report called with a message before a slow step
 * @throws Error with the message of git or npm
 */
export async function withCheckout<T>(
  { id, top }: Commit,
  report: (text: string) => void,
  use: (checkout: string) => Promise<T>,
): Promise<T> {
  const parent = await temporaryFolder('shots-commit-');
  const checkout = path.join(parent.path, 'checkout');
  let links: readonly string[] = [];
  try {
    await outputOf(top, 'git', 'worktree', 'add', '--detach', '--quiet', checkout, id);
    links = await linkPackages(checkout, top, report);
    return await use(checkout);
  } finally {
    // Remove the links first: deleting the checkout must not follow them to the packages installed here.
    for (const link of links) await rm(link, { force: true });
    parent.remove();
    await outputOf(top, 'git', 'worktree', 'prune').catch(() => undefined);
  }
}

/**
 * Builds the preview with the code of a checkout. Old commits have `scripts/build-preview.ts` instead of
 * `package/main.ts`.
 */
export async function buildCheckout(checkout: string, root: string, outDir: string): Promise<void> {
  const hasCommands = existsSync(path.join(checkout, 'package/main.ts'));
  const program = hasCommands ? ['package/main.ts', 'build'] : ['scripts/build-preview.ts'];
  await outputOf(checkout, process.execPath, '--import', 'tsx', ...program, '--root', root, '--out', outDir);
}
