/**
 * Runs before each test file, as one of its modules, so that its imports are resolved like the test's own, and its
 * hooks are hooks of the test file.
 */
import { afterEach } from 'vitest';

const settings = globalThis[Symbol.for('miniprogram.worker')];
const closers = new Set();

if (settings !== undefined) {
  settings.importConfig = (file) => import(/* @vite-ignore */ file);
  settings.afterEach = (work) => closers.add(work);
}

afterEach(() => {
  for (const close of closers) close();
});
