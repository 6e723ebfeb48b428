/** What `vitest.config.ts` needs for mini-programs. */
