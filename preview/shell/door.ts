/// <reference types="vite/client" />
/** Pages of an own origin beside the development server, that show in a frame (`vite/door.ts`). */
import { type Signal, signal } from '@preact/signals';

/** The doors do something on the computer that the server runs on, and the browser must be there, too. */
const isHere = ['127.0.0.1', 'localhost'].includes(window.location.hostname);

/** The address of a door's page. */
export interface DoorAddress {
  /** Empty while it is not known, and where there is none. */
  readonly url: Signal<string>;
  /** Can there be one? A static site has none. */
  readonly isPossible: boolean;
  /** Asks the server for the address, once. */
  find(): void;
}

/** @param path as in `vite/doors.ts`, which is code for Node */
export function doorAt(path: string): DoorAddress {
  const url = signal('');
  const isPossible = import.meta.env.DEV && isHere;
  let asked = false;
  return {
    url,
    isPossible,
    find() {
      if (asked || !isPossible) return;
      asked = true;
      fetch(path)
        .then(async (response) => {
          if (response.ok) url.value = await response.text();
        })
        .catch(() => {
          asked = false;
        });
    },
  };
}
