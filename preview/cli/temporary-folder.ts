/** Temporary folders of the commands: deleted when the command ends, also by Ctrl-C. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders = new Set<string>();
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

/** Without a listener a signal ends the process at once, and nothing runs at its `exit`. */
function onSignal(signal: NodeJS.Signals): void {
  // Another listener ends the process in its own way: `exit` follows.
  if (process.listenerCount(signal) > 1) return;
  removeAll();
  process.off(signal, onSignal);
  process.kill(process.pid, signal);
}

function listen(): void {
  process.on('exit', removeAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function stopListening(): void {
  process.off('exit', removeAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

/** A temporary folder. */
export interface TemporaryFolder {
  readonly path: string;
  /** Deletes it before the command ends. */
  remove(): void;
}

/**
 * Makes a temporary folder.
 * @param prefix how its name begins, e.g. `shots-site-`
 * @param parent default: the system's folder for temporary files
 */
export async function temporaryFolder(prefix: string, parent = tmpdir()): Promise<TemporaryFolder> {
  const folder = await mkdtemp(path.join(parent, prefix));
  if (folders.size === 0) listen();
  folders.add(folder);
  return {
    path: folder,
    remove() {
      rmSync(folder, { recursive: true, force: true });
      folders.delete(folder);
      if (folders.size === 0) stopListening();
    },
  };
}
