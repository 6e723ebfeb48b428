/** Tests written for Jest find its name. */
import { vi } from 'vitest';

(globalThis as { jest?: unknown }).jest = vi;
