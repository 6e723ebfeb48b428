/**
 * Reporter: prints at the end of a run which tests were skipped on this machine, and why. See test/support/skipped.ts.
 */
module.exports = class {
  /** @param {unknown} _contexts @param {import('@jest/reporters').AggregatedResult} results */
  onRunComplete(_contexts, results) {
    const suites = new Map();
    for (const { testResults, testFilePath } of results.testResults) {
      for (const { ancestorTitles } of testResults) {
        const reason = /\[skipped: (.*)\]$/.exec(ancestorTitles[0] ?? '')?.[1];
        if (reason !== undefined) suites.set(reason, new Set(suites.get(reason)).add(testFilePath));
      }
    }
    for (const [reason, files] of suites) {
      process.stderr.write(`\nSKIPPED, ${files.size} ${files.size === 1 ? 'file' : 'files'}: ${reason}\n`);
    }
  }
};
