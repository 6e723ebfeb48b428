/** Keys of the shell: one letter each, for what has a button or a menu, too. */
import { choices, choose } from './state';

/** Key → what it does. The docs list them: docs/preview.md. */
const shortcuts: Readonly<Record<string, () => void>> = {
  i: () => choose({ panel: choices.peek().panel === 'inspect' ? 'log' : 'inspect' }, 'replace'),
};

/** Does the person type a text? */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input:not([type="radio"]), select, textarea') !== null;

/** Listens for as long as the page lives. */
export function listenToShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const run = Object.hasOwn(shortcuts, event.key) ? shortcuts[event.key] : undefined;
    if (!run) return;
    event.preventDefault();
    run();
  });
}
