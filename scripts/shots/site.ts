/** The previews that pictures are taken of: of the files as they are, and of a commit. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { serveStatic } from '../../test/support/preview';

const run = promisify(execFile);
const repository = path.resolve(__dirname, '../..');

/** What a build prints may be long. */
const BUFFER = 32 * 1024 * 1024;

/** A preview that is served from a temporary folder. */
export interface Site {
  /** With a slash at the end. */
  readonly url: string;
  /** Stops the server and deletes what was made. */
  close(): Promise<void>;
}

/** A commit of the repository that holds the mini-program. */
export interface Commit {
  /** Full id. */
  id: string;
  /** The repository's top folder. */
  top: string;
  /** The mini-program's or its project's folder, relative to `top`; undefined = this project's own. */
  root: string | undefined;
}

/** What a failed command said, without what it printed before. */
function complaintOf(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr ?? '').trim() || message;
}

async function git(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, { cwd: folder, maxBuffer: BUFFER });
  return stdout.trim();
}

/** `npm run build` of the preview alone, in a checkout of this project. */
async function build(project: string, ...args: string[]): Promise<void> {
  await run(process.execPath, ['--import', 'tsx', 'scripts/build-preview.ts', ...args], {
    cwd: project,
    maxBuffer: BUFFER,
  });
}

/**
 * Builds a preview and serves it. A built site draws the same as the development server, and a phone opens from it in a
 * fifth of the time.
 * @param into builds it into a folder
 */
async function startSite(into: (outDir: string) => Promise<void>): Promise<Site> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'shots-site-'));
  const remove = () => rm(outDir, { recursive: true, force: true });
  try {
    await into(outDir);
    const server = await serveStatic(outDir, '/');
    return { url: server.url, close: () => server.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Builds with the code that is here. */
const buildHere = (outDir: string, root: string | undefined): Promise<void> =>
  build(repository, '--out', outDir, ...(root === undefined ? [] : ['--root', root]));

/** Builds with the code of a checkout, which need not know more than where it writes by itself. */
async function buildThere(checkout: string, outDir: string, root: string | undefined): Promise<void> {
  await build(checkout, ...(root === undefined ? [] : ['--root', root]));
  await cp(path.join(checkout, 'dist/preview'), outDir, { recursive: true });
}

/**
 * The preview of the files as they are now.
 * @param root the mini-program's or its project's folder; undefined = this project's own
 * @throws Error with what the build said, e.g. a mistake in the mini-program with its file and line
 */
export async function siteOfFiles(root: string | undefined): Promise<Site> {
  try {
    return await startSite((outDir) => buildHere(outDir, root && path.resolve(root)));
  } catch (error) {
    throw new Error(`the preview cannot be built: ${complaintOf(error)}`);
  }
}

/**
 * The commit that `ref` names, in the repository that holds `root`.
 * @returns undefined when there is no such commit, or no repository.
 */
export async function commitOf(ref: string, root: string | undefined): Promise<Commit | undefined> {
  const folder = root === undefined ? repository : path.resolve(root);
  try {
    const [top, below, id] = await Promise.all([
      git(folder, 'rev-parse', '--show-toplevel'),
      git(folder, 'rev-parse', '--show-prefix'),
      git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`),
    ]);
    return { id, top, root: root === undefined ? undefined : below };
  } catch {
    return undefined;
  }
}

type Packages = Readonly<Record<string, { version?: string }>>;

async function lockedPackages(folder: string): Promise<Packages> {
  const lock = JSON.parse(await readFile(path.join(folder, 'package-lock.json'), 'utf8')) as {
    packages?: Packages;
  };
  return lock.packages ?? {};
}

/** Are all packages that `checkout` locks installed here in the same version? */
async function canShare(checkout: string): Promise<boolean> {
  const [wanted, here] = await Promise.all([lockedPackages(checkout), lockedPackages(repository)]);
  return Object.entries(wanted).every(
    ([name, { version }]) => name === '' || here[name]?.version === version,
  );
}

/** Gives a checkout of this project its packages: those that are installed here, or, where they differ, its own. */
async function installPackages(checkout: string, report: (text: string) => void): Promise<void> {
  const installed = path.join(repository, 'node_modules');
  if (existsSync(installed) && (await canShare(checkout))) {
    await symlink(installed, path.join(checkout, 'node_modules'), 'junction');
    return;
  }
  report('the packages of that commit differ from those that are installed: npm ci');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await run(npm, ['ci', '--no-audit', '--no-fund'], { cwd: checkout, maxBuffer: BUFFER });
}

/**
 * The preview of a commit, from a git worktree below the temporary folder. A commit of this project is built by its own
 * code, so that changes of the preview count, too; a mini-program of another repository by the code that is here.
 * @param report hears what takes long
 * @throws Error with what git, npm or the build said
 */
export async function siteOfCommit({ id, top, root }: Commit, report: (text: string) => void): Promise<Site> {
  const parent = await mkdtemp(path.join(tmpdir(), 'shots-commit-'));
  const checkout = path.join(parent, 'checkout');
  const remove = async () => {
    // Before the checkout: git would follow the link to the packages that are installed here.
    await rm(path.join(checkout, 'node_modules'), { recursive: true, force: true });
    await rm(parent, { recursive: true, force: true });
    await git(top, 'worktree', 'prune').catch(() => undefined);
  };
  try {
    await git(top, 'worktree', 'add', '--detach', '--quiet', checkout, id);
    const isOurs = path.resolve(top) === repository;
    if (isOurs) await installPackages(checkout, report);
    const folder = root === undefined ? undefined : path.join(checkout, root);
    return await startSite((outDir) =>
      isOurs ? buildThere(checkout, outDir, folder) : buildHere(outDir, folder),
    );
  } catch (error) {
    throw new Error(`the preview of ${id.slice(0, 12)} cannot be built: ${complaintOf(error)}`);
  } finally {
    // What was built is elsewhere.
    await remove();
  }
}
