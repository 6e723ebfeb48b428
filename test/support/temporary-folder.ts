/**
 * Temporary folders of tests. A test removes its folders when it ends; a run that is killed leaves them, and a later run
 * removes those.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PREFIX = 'mini-program-test-';
const OWNER = new RegExp(`^${PREFIX}(\\d+)-`);
/**
 * Age from which a folder may be removed, ms. A younger folder may belong to a running process in another container.
 */
const HOUR = 60 * 60 * 1000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/**
 * Removes the folders of processes that have ended.
 * @param folder default: the system's folder for temporary files
 * @param age ms since the last change of a folder that may be removed
 */
export function removeLeftFolders(folder = tmpdir(), age = HOUR): void {
  for (const name of readdirSync(folder)) {
    const [, owner] = OWNER.exec(name) ?? [];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const left = path.join(folder, name);
    const { mtimeMs } = statSync(left, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs >= age) rmSync(left, { recursive: true, force: true });
  }
}

let isSwept = false;

/** Makes an empty folder. Remove it in `afterEach` or `afterAll`. @param name part of its name, e.g. `stage-case-` */
export function temporaryFolder(name: string): string {
  if (!isSwept) removeLeftFolders();
  isSwept = true;
  return mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-${name}`));
}
