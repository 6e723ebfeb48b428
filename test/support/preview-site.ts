/** The preview as a static site, built once for each state of its sources: pages open faster than from a dev server. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildPreviewInto, type Running, serveStatic } from './preview';

const repository = path.resolve(__dirname, '../..');
const product = path.join(repository, 'miniprogram');
const PREFIX = 'preview-site-';
const DAY = 24 * 60 * 60 * 1000;
/** How long a build takes at most, ms: a lock that is older was left behind. */
const BUILD_LIMIT = 60_000;
/** How often to look whether another process has finished building, ms. */
const LOOK_EVERY = 50;

/** Changes whenever a source of the site does. */
function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'phone.config.ts'])
    hash.update(readFileSync(path.join(repository, file)));
  const own = ['preview', 'simulator', 'mock-server'].map((folder) => path.join(repository, folder));
  for (const folder of [...own, root]) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const name = path.join(file.parentPath, file.name);
      const { mtimeMs, size } = statSync(name);
      hash.update(`${name} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

const ageOf = (file: string): number =>
  Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);

/** Sites of yesterday's sources. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    if (ageOf(folder) > DAY) rmSync(folder, { recursive: true, force: true });
  }
}

/** Is it our turn to build? Otherwise waits until the other process has built, or failed to. */
async function takeLock(lock: string, folder: string): Promise<boolean> {
  for (;;) {
    if (existsSync(folder)) return false;
    try {
      mkdirSync(lock);
      return true;
    } catch {
      if (ageOf(lock) > BUILD_LIMIT) rmSync(lock, { recursive: true, force: true });
      await wait(LOOK_EVERY);
    }
  }
}

/**
 * The folder of the built site. Several test files want the same one: the first one builds it.
 * @param root the mini-program, or its project's folder; default: ours.
 * @throws Error with what the build printed, when it fails
 */
export async function builtSite(root = product): Promise<string> {
  const folder = path.join(tmpdir(), `${PREFIX}${fingerprint(root)}`);
  const lock = `${folder}.lock`;
  if (!(await takeLock(lock, folder))) return folder;
  const draft = mkdtempSync(path.join(tmpdir(), `${PREFIX}draft-`));
  try {
    sweep();
    await buildPreviewInto(draft, root);
    renameSync(draft, folder);
  } finally {
    for (const left of [draft, lock]) rmSync(left, { recursive: true, force: true });
  }
  return folder;
}

/**
 * Builds the preview, if that has not been done yet, and serves it on a free port.
 * @param root the mini-program, or its project's folder; default: ours.
 */
export async function startSite(root?: string): Promise<Running> {
  return serveStatic(await builtSite(root), '/');
}
