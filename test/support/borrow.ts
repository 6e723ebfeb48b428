/** How a browser test gets the shared tools of the run (workshop.ts). */

/** The environment variable with the workshop's address. Jest's workers read it. */
export const WORKSHOP = 'PREVIEW_WORKSHOP';

/** `browser`: WebSocket address for `chromium.connect`. `builder`, `server`: HTTP address of a vite-process.ts. */
export type Tool = 'browser' | 'builder' | 'server';

/** True inside a run that has opened a workshop. */
export const inWorkshop = (): boolean => process.env[WORKSHOP] !== undefined;

/**
 * Returns the address of a tool. The first call of the run starts the tool.
 * @throws Error with the tool's error text when it did not start, or when there is no workshop.
 */
export async function borrow(tool: Tool): Promise<string> {
  if (!inWorkshop()) {
    throw new Error('no workshop: this test belongs to the project `browser` of jest.config.mjs');
  }
  const answer = await fetch(`${process.env[WORKSHOP]}${tool}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
