/** Keys of the shell and the sheet: one letter each, for what has a button or a menu, too. */
import type { Panel } from './choices';
import { toggleDesign } from './overlay/state';
import { choices, choose } from './state';

/** Key → what it does. The docs list them: docs/preview.md. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Opens a panel, or goes back to the log. */
const toggle = (panel: Panel) => () =>
  choose({ panel: choices.peek().panel === panel ? 'log' : panel }, 'replace');

export const shellShortcuts: Shortcuts = {
  i: toggle('inspect'),
  r: toggle('record'),
  n: toggle('network'),
  o: toggleDesign,
  g: () => choose({ grid: choices.peek().grid === '' ? '8' : '' }, 'replace'),
};

export const sheetShortcuts: Shortcuts = {
  f: () => choose({ same: choices.peek().same === 'fold' ? '' : 'fold' }, 'replace'),
};

/** Does the person type a text, or walk through a menu by its first letters? */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="radio"], [type="checkbox"]), select, textarea') !== null;

/** Listens for as long as the page lives. */
export function listenToShortcuts(shortcuts: Shortcuts): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const run = Object.hasOwn(shortcuts, event.key) ? shortcuts[event.key] : undefined;
    if (!run) return;
    event.preventDefault();
    run();
  });
}
