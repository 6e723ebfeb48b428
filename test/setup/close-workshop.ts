/** Jest's `globalTeardown` of the browser tests: ends what they have started. */
import './open-workshop';

export default async function close(): Promise<void> {
  await globalThis.workshop?.close();
}
