/** Flags of both soaks. */
import type { Flag } from '../preview/cli/options';

/** `--runs` and `--seed`. @param what what is generated, e.g. `histories` */
export const soakFlags = (what: string): Record<'runs' | 'seed', Flag> => ({
  runs: { type: 'string', value: 'N', help: `how many ${what} (100000)` },
  seed: { type: 'string', value: 'N', help: 'seed of the generator; random if not given' },
});
