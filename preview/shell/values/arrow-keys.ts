/** Handles arrow keys in a tree of values. Up and down move between rows; left and right fold and unfold. */
export function onArrow(event: KeyboardEvent): void {
  const { key, currentTarget, target } = event;
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  if (!row || !(currentTarget instanceof Element) || event.altKey || event.ctrlKey || event.metaKey) return;
  const isOpen = row.getAttribute('aria-expanded');
  const panel = currentTarget.closest('.panel') ?? currentTarget;
  const rows = [...panel.querySelectorAll<HTMLElement>('[data-row]:not(:disabled)')];
  const outer = row.closest('.tree')?.closest('.value')?.querySelector<HTMLElement>('[data-row]');
  const to: Readonly<Record<string, () => void>> = {
    ArrowDown: () => rows[rows.indexOf(row) + 1]?.focus(),
    ArrowUp: () => rows[rows.indexOf(row) - 1]?.focus(),
    ArrowRight: () => (isOpen === 'false' ? row.click() : undefined),
    ArrowLeft: () => (isOpen === 'true' ? row.click() : outer?.focus()),
  };
  const go = Object.hasOwn(to, key) ? to[key] : undefined;
  if (!go) return;
  event.preventDefault();
  event.stopPropagation();
  go();
}
