/**
 * Runs before each test file, as one of its modules, so that its imports are resolved like the test's own, and its
 * hooks are hooks of the test file.
 */
import { afterEach } from 'vitest';

const door = globalThis[Symbol.for('miniprogram.worker')];
const closers = new Set();

if (door !== undefined) {
  door.importConfig = (file) => import(/* @vite-ignore */ file);
  door.afterEach = (work) => closers.add(work);
}

afterEach(() => {
  for (const close of closers) close();
});
