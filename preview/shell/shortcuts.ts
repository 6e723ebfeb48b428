/** Keyboard shortcuts of the shell and the sheet: one key each. */
import type { Panel } from './choices';
import { toggleDesign } from './overlay/state';
import { choices, choose, current, openBeside, phones, select } from './state';

/** Key → action. docs/preview.md lists them. */
type Shortcuts = Readonly<Record<string, () => void>>;

/** Opens a panel. If it is open already, opens the log. */
const toggle = (panel: Panel) => () =>
  choose({ panel: choices.peek().panel === panel ? 'log' : panel }, 'replace');

export const shellShortcuts: Shortcuts = {
  i: toggle('inspect'),
  r: toggle('record'),
  n: toggle('network'),
  e: toggle('picture'),
  o: toggleDesign,
  t: () => choose({ text: current.peek().text === 'long' ? '' : 'long' }, 'replace'),
  g: () => choose({ grid: choices.peek().grid === '' ? '8' : '' }, 'replace'),
  b: () => (phones.peek().length === 1 ? openBeside() : choose({ beside: '', phone: '', linked: '' })),
  l() {
    if (phones.peek().length > 1) choose({ linked: choices.peek().linked === '' ? 'off' : '' }, 'replace');
  },
  1: () => select(0),
  2: () => select(1),
  3: () => select(2),
  4: () => select(3),
};

export const sheetShortcuts: Shortcuts = {
  c: () => choose({ changed: choices.peek().changed === '' ? 'only' : '' }, 'replace'),
  f: () => choose({ same: choices.peek().same === 'fold' ? '' : 'fold' }, 'replace'),
};

/**
 * Does the key belong to a field or a menu? `instanceof` does not work here: elements of another frame have other
 * classes.
 */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0] as Partial<Element> | undefined;
  return (
    (target?.closest?.('input:not([type="radio"], [type="checkbox"]), select, textarea') ?? null) !== null
  );
}

/** The current shortcuts. */
let active: Shortcuts = {};

/** Runs the shortcut of a key event. Ignores keys with Ctrl, Cmd or Alt, and keys typed into a field. */
export function runShortcut(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  const run = Object.hasOwn(active, event.key) ? active[event.key] : undefined;
  if (!run) return;
  event.preventDefault();
  run();
}

/** Starts the listener for these shortcuts. It exists as long as the page. */
export function listenToShortcuts(shortcuts: Shortcuts): void {
  active = shortcuts;
  document.addEventListener('keydown', runShortcut);
}
