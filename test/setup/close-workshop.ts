/** Jest's `globalTeardown` of the browser tests: closes the workshop. */
import './open-workshop';

export default async function close(): Promise<void> {
  await globalThis.workshop?.close();
}
