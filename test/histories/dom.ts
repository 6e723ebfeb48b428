/** A DOM for the headless stage outside Jest: the same jsdom as in Jest's environment. */
import { createRequire } from 'node:module';
import path from 'node:path';

interface Dom {
  readonly window: Record<string, unknown>;
}

/** The window's names that the stage and its engine use. */
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
  'NodeFilter',
  'getComputedStyle',
];

/** Installs a window in this process, unless it has one. */
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
