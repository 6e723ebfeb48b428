/** The stack of sheets, dialogs and toasts that the phone shows over the page. A test or the user answers them. */
import type { Screen, ScreenItem } from '../types';

type WithoutId<T> = T extends ScreenItem ? Omit<T, 'id'> : never;

/** The phone's internal access to the screen. */
export interface ScreenControl {
  readonly screen: Screen;
  /** Shows an item on top. Returns the function that removes it. */
  show(item: WithoutId<ScreenItem>): () => void;
  /** Removes all items of these kinds; without arguments, all items. */
  clear(...kinds: ScreenItem['kind'][]): void;
  /** Notifies the subscribers of a change inside an item, e.g. of a switch on the settings page. */
  touch(): void;
}

/** Creates the screen of one phone. */
export function createScreen(onChange: () => void): ScreenControl {
  let items: readonly ScreenItem[] = [];
  let lastId = 0;
  const listeners = new Set<() => void>();
  const touch = () => {
    onChange();
    for (const listener of [...listeners]) listener();
  };
  const set = (next: readonly ScreenItem[]) => {
    if (next.length === items.length && next.every((item, index) => item === items[index])) return;
    items = next;
    touch();
  };
  const find = <K extends ScreenItem['kind']>(kind: K) =>
    items.findLast((item): item is Extract<ScreenItem, { kind: K }> => item.kind === kind);

  return {
    screen: {
      get items() {
        return items;
      },
      find,
      get(kind) {
        const item = find(kind);
        if (item !== undefined) return item;
        const showing = items.map(describe).join(', ');
        throw new Error(
          `The phone shows no ${kind}; it shows ${showing === '' ? 'only the page' : showing}.`,
        );
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    show(item) {
      lastId += 1;
      // Not a spread, because it would call the getters of the item (the settings page) once and lose them.
      const shown = Object.defineProperty(item, 'id', { value: lastId, enumerable: true }) as ScreenItem;
      set([...items, shown]);
      return () => set(items.filter((other) => other !== shown));
    },
    clear(...kinds) {
      set(kinds.length === 0 ? [] : items.filter((item) => !kinds.includes(item.kind)));
    },
    touch,
  };
}

/** Describes an item for error messages. */
function describe(item: ScreenItem): string {
  switch (item.kind) {
    case 'authorize':
      return `authorize (${item.scope})`;
    case 'modal':
      return `modal "${item.title || item.content}"`;
    case 'action-sheet':
      return `action-sheet (${item.items.join(' / ')})`;
    case 'toast':
    case 'loading':
      return `${item.kind} "${item.title}"`;
    default:
      return item.kind;
  }
}
