/** What a browser test takes from the workshop (workshop.ts) around it. */

/** The environment variable in which workers find the workshop's address. */
export const WORKSHOP = 'PREVIEW_WORKSHOP';

/** `browser`: a WebSocket address for `chromium.connect`. `builder`, `server`: an HTTP address of vite-process.ts. */
export type Tool = 'browser' | 'builder' | 'server';

/** Is there a workshop around this process? */
export const inWorkshop = (): boolean => process.env[WORKSHOP] !== undefined;

/**
 * The address of a tool; starts it, if no other test has done so.
 * @throws Error with what it said when it could not start.
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
