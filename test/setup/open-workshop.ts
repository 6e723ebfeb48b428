/** Jest's `globalSetup` of the browser tests: opens what they share. Nothing in it starts before a test asks for it. */
import { openWorkshop, type Workshop } from '../support/workshop';

declare global {
  var workshop: Workshop | undefined;
}

export default async function open(): Promise<void> {
  globalThis.workshop = await openWorkshop();
}
