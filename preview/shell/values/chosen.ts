/** Whose data the panel *Data* was opened for, by the panel *Inspect*. */
import { signal } from '@preact/signals';

/** Ids of the page, and of the component in it or the page itself. */
export const chosenOwner = signal<{ readonly page: number; readonly owner: number } | null>(null);
