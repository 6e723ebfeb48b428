/** Defines the global `jest` for tests written for Jest. */
import { vi } from 'vitest';

(globalThis as { jest?: unknown }).jest = vi;
