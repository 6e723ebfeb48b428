/**
 * As `describe.skip`. The reason stands in the title; the reporter test/setup/skipped.cjs prints it once, at the end of
 * the run: a line between those of two hundred suites is not seen.
 * @param reason what is missing, and how to get it
 */
export function describeSkipped(name: string, reason: string, tests: () => void): void {
  describe.skip(`${name} [skipped: ${reason}]`, tests);
}
