/** Tests many generated mini-programs, and reduces the first one that breaks a rule. */
import fc from 'fast-check';
import { program } from './generate';
import { brokenLaw, misplacedMistake } from './judge';
import { mutation } from './mutate';

/** Number of mini-programs per seed. */
const PER_SEED = 500;
/** Number of additional mini-programs per seed, each with a mistake at a known line. */
const MUTATIONS = 50;

/** Options of a run. */
export interface SourceOptions {
  /** Seed of the whole run. Each further `PER_SEED` mini-programs have the next one. */
  readonly seed: number;
  /** Number of the first mini-program in the whole run, a multiple of `PER_SEED`. Default 0. */
  readonly first?: number;
  readonly runs: number;
  /** To replay one mini-program: its path in the tree of mini-programs and their reduced forms. */
  readonly path?: string;
}

/** A mini-program that is refused with a mistake at another line. */
async function wrongLine(seed: number): Promise<string | null> {
  const law = fc.asyncProperty(mutation, async (one) => {
    const broken = await misplacedMistake(one);
    if (broken !== null) throw new Error(`${broken}\n${JSON.stringify(one.files[one.file])}`);
  });
  const found = await fc.check(law, { seed, numRuns: MUTATIONS });
  return found.failed ? `${(found.errorInstance as Error).message}\n\nSeed ${seed}` : null;
}

/**
 * Tests mini-programs.
 * @param onProgram called after each
 * @returns the first that breaks a rule, reduced, with a command that tests it again; null when there is none
 */
export async function checkSources(
  { seed: whole, first = 0, runs, path }: SourceOptions,
  onProgram: () => void,
): Promise<string | null> {
  const law = fc.asyncProperty(program, async (files) => {
    const broken = await brokenLaw(files);
    onProgram();
    if (broken !== null) throw new Error(broken);
  });
  for (let done = 0; done < runs; done += PER_SEED) {
    const seed = whole + (first + done) / PER_SEED;
    const misplaced = path === undefined ? await wrongLine(seed) : null;
    if (misplaced !== null) return misplaced;
    const found = await fc.check(law, {
      seed,
      numRuns: Math.min(PER_SEED, runs - done),
      interruptAfterTimeLimit: 600_000,
      ...(path === undefined ? {} : { path, endOnFailure: true }),
    });
    if (!found.failed) continue;
    const files = Object.entries(found.counterexample?.[0] ?? {}).map(
      ([file, text]) => `${file}: ${JSON.stringify(text).slice(0, 2000)}`,
    );
    const { errorInstance: reason } = found;
    return [
      ...files,
      reason instanceof Error ? reason.message : String(reason),
      '',
      `Replay: npm run soak:sources -- --seed ${seed} --path ${found.counterexamplePath}`,
    ].join('\n');
  }
  return null;
}
