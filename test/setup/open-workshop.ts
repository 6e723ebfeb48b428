/** Jest's `globalSetup` of the browser tests: opens the workshop. Each tool starts with its first use. */
import { openWorkshop, type Workshop } from '../support/workshop';

declare global {
  var workshop: Workshop | undefined;
}

export default async function open(): Promise<void> {
  globalThis.workshop = await openWorkshop();
}
