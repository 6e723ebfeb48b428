/// <reference types="vite/client" />
/** Finds pages that the development server offers under another origin (`vite/door.ts`). Frames show them. */
import { type Signal, signal } from '@preact/signals';

/** Does the browser run on the server's computer? The page of a door acts on that computer, e.g. opens an editor. */
const isHere = ['127.0.0.1', 'localhost'].includes(window.location.hostname);

/** The address of a door's page. */
export interface DoorAddress {
  /** Empty: not known yet, or there is none. */
  readonly url: Signal<string>;
  /** false: there is none, e.g. on a static site. */
  readonly isPossible: boolean;
  /** Requests the address from the server, once. After an error of the network or the server, a later call tries again. */
  find(): void;
}

/** Makes the address of a door. @param path as in `vite/doors.ts`, which is code for Node and cannot be imported */
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
          if (!response.ok) throw new Error(`${path} answers ${response.status}`);
          url.value = await response.text();
        })
        .catch(() => {
          asked = false;
        });
    },
  };
}
