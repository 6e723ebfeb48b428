/**
 * Like `describe.skip`, with the reason in the title. The reporter test/setup/skipped.cjs prints each reason once, at
 * the end of the run: a line between the output of two hundred suites is overlooked.
 * @param reason what is missing, and how to install it
 */
export function describeSkipped(name: string, reason: string, tests: () => void): void {
  describe.skip(`${name} [skipped: ${reason}]`, tests);
}
