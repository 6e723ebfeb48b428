/** Temporary folders of the commands. They are deleted when the command ends, also after Ctrl-C. */
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

/**
 * Deletes the folders on a signal. Without a signal listener, the signal would end the process without an `exit` event.
 */
function onSignal(signal: NodeJS.Signals): void {
  // The other listener ends the process, and then `exit` deletes the folders.
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
interface TemporaryFolder {
  readonly path: string;
  /** Deletes the folder before the command ends. */
  remove(): void;
}

/**
 * Creates a temporary folder.
 * @param prefix the start of its name, e.g. `shots-site-`
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
