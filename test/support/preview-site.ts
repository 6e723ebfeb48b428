/**
 * The preview as a static site, built once per state of its sources. A static page opens faster than one of the
 * development server.
 */
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
/** How the sites of this repository's sources begin. */
const OWN = `${PREFIX}${createHash('sha256').update(repository).digest('hex').slice(0, 8)}-`;
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** Longest time of a build, ms. An older lock belongs to a process that ended without removing it. */
const BUILD_LIMIT = 60_000;
/** Interval between two checks whether another process has finished building, ms. */
const LOOK_EVERY = 50;

/** Hash of all sources of the site. */
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

/**
 * Removes sites of sources that have changed: one hour after they were built, those of other repositories after one day. A
 * run leaves its sites, because the next one uses them.
 */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    if (ageOf(folder) > (name.startsWith(OWN) ? HOUR : DAY)) rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves to true when this process must build. Resolves to false when another process has built the folder. */
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
 * Returns the folder of the built site. The first test file that needs it builds it.
 * @param root folder of the mini-program or of its project; default: this repository's
 * @throws Error with the output of a failed build
 */
export async function builtSite(root = product): Promise<string> {
  const folder = path.join(tmpdir(), `${OWN}${fingerprint(root)}`);
  const lock = `${folder}.lock`;
  if (!(await takeLock(lock, folder))) return folder;
  const draft = mkdtempSync(path.join(tmpdir(), `${OWN}draft-`));
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
 * Builds the preview if necessary, and serves it on a free port.
 * @param root folder of the mini-program or of its project; default: this repository's
 */
export async function startSite(root = product): Promise<Running> {
  const folder = await builtSite(root);
  const site = await serveStatic(folder, '/');
  if (root.startsWith(repository + path.sep)) return site;
  // A mini-program in a temporary folder: no later run uses its site.
  const stop = async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...site, stop };
}
