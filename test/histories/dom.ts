/** A DOM for the headless stage where Jest does not bring one: the same jsdom that Jest's environment uses. */
import { createRequire } from 'node:module';
import path from 'node:path';

interface Dom {
  readonly window: Record<string, unknown>;
}

/** What the stage and the engine under it take from the window. */
const NAMES = [
  'document',
  'Node',
  'Text',
  'Element',
  'HTMLElement',
  'DocumentFragment',
  'Event',
  'CustomEvent',
  'MutationObserver',
  'getComputedStyle',
];

/** Gives this process a window, unless it has one. */
export function installDom(): void {
  const host = globalThis as unknown as Record<string, unknown>;
  if (host.document !== undefined) return;
  const ours = createRequire(path.join(process.cwd(), 'package.json'));
  const environment = createRequire(ours.resolve('jest-fixed-jsdom'));
  const jest = createRequire(environment.resolve('jest-environment-jsdom'));
  const { JSDOM } = jest('jsdom') as { JSDOM: new (html: string, options: { url: string }) => Dom };
  const { window } = new JSDOM('<!DOCTYPE html><html><body></body></html>', { url: 'http://localhost/' });
  host.window = window;
  for (const name of NAMES) host[name] = window[name];
}
