/**
 * Fails a test on an unexpected `console.error`, so that warnings of the engine, MSW or the product are not overlooked.
 */
const seen: unknown[][] = [];
const original = console.error;

beforeEach(() => {
  seen.length = 0;
  console.error = (...args: unknown[]) => {
    seen.push(args);
    original(...args);
  };
});

afterEach(() => {
  console.error = original;
  if (seen.length > 0) {
    throw new Error(
      `console.error was called ${seen.length} time(s); the first: ${seen[0]?.map(String).join(' ')}`,
    );
  }
});
