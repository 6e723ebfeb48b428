/// <reference types="vite/client" />
/**
 * Gets the URLs of the pages that the development server serves under another origin (`vite/action-server.ts`). The
 * shell displays these pages in frames.
 */
import { type Signal, signal } from '@preact/signals';

/**
 * Does the browser run on the same computer as the server? An action server acts on the server's computer, e.g. opens
 * an editor.
 */
const isHere = ['127.0.0.1', 'localhost'].includes(window.location.hostname);

/** The URL of an action server's page. */
interface ActionUrl {
  /** Empty: it is not known yet, or there is no such page. */
  readonly url: Signal<string>;
  /** false: there is no such page, e.g. on a static site. */
  readonly isPossible: boolean;
  /** Requests the URL from the development server, once. After a failure, a later call requests it again. */
  find(): void;
}

/**
 * Creates the URL of an action server's page.
 * @param path as in `vite/action-servers.ts`. That file is code for Node, so this file cannot import it.
 */
export function actionUrl(path: string): ActionUrl {
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
          if (!response.ok) throw new Error(`the request for ${path} failed with ${response.status}`);
          url.value = await response.text();
        })
        .catch(() => {
          asked = false;
        });
    },
  };
}
