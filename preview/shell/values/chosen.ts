/** The page or component whose data the panel *Inspect* has opened in the panel *Data*. */
import { signal } from '@preact/signals';

/** `page`: id of the page; `owner`: id of the component in it, or of the page itself. null: none. */
export const chosenOwner = signal<{ readonly page: number; readonly owner: number } | null>(null);
