/**
 * The connection to the phone in an `<iframe>`: the running phone, whether it is ready, and a counter of its changes.
 */
import { signal } from '@preact/signals';
import type { PreviewPhone } from '../bridge';

/** Interval for polling `previewPhone` while a frame loads, ms. The phone sets it some time after the `load` event. */
const POLL_INTERVAL = 40;

export type FrameLink = ReturnType<typeof createFrameLink>;

/**
 * Creates a connection without a frame. It exists as long as the page, and serves one `<iframe>` at a time.
 * @param host Host name for an untrusted phone; empty: the phone is trusted. An untrusted phone has another origin, so
 * `phone` stays null.
 */
export function createFrameLink(host: string) {
  const isApart = host !== '';
  /** The running phone; null: none. */
  const phone = signal<PreviewPhone | null>(null);
  /** The phone has settled: `data-ready` is on its root element. */
  const ready = signal(false);
  /** Increases after changes on the phone, at most once per animation frame. */
  const version = signal(0);

  let frame: HTMLIFrameElement | null = null;
  let unsubscribe = () => {};
  let timer = 0;
  let paint = 0;

  const changed = () => {
    if (paint !== 0) return;
    paint = requestAnimationFrame(() => {
      paint = 0;
      version.value += 1;
    });
  };

  const take = (found: PreviewPhone) => {
    unsubscribe();
    unsubscribe = found.subscribe(changed);
    phone.value = found;
    ready.value = false;
    changed();
    found.ready.then(
      () => {
        if (phone.peek() === found) ready.value = true;
        changed();
      },
      // The frame and the log show the error.
      changed,
    );
  };

  /** The last URL of the frame. */
  let shown = '';
  const addressOf = (url: string): string => {
    const address = new URL(url, window.location.href);
    if (isApart) address.hostname = host;
    shown = address.href;
    return shown;
  };

  /** Polls until the frame has a new phone. */
  const poll = () => {
    window.clearTimeout(timer);
    if (isApart) return;
    const found = frame?.contentWindow?.previewPhone;
    if (found && found !== phone.peek()) take(found);
    else timer = window.setTimeout(poll, POLL_INTERVAL);
  };

  return {
    phone,
    ready,
    version,
    /** The phone has another origin, so the shell cannot access it. */
    isApart,

    /** Takes the `<iframe>` and loads `url` into it. */
    attach(element: HTMLIFrameElement, url: string) {
      frame = element;
      phone.value = null;
      ready.value = false;
      // The event fires after a navigation by this connection, and after a live reload of the frame.
      frame.addEventListener('load', () => {
        if (isApart) ready.value = true;
        const known = phone.peek();
        if (!known || isApart || element.contentWindow?.previewPhone !== known) poll();
      });
      frame.src = addressOf(url);
      poll();
    },

    /**
     * Opens another scene. A running phone opens it in its frame, without loading the code again. The browser's history
     * gets no entry here, because `choose` adds the entries.
     */
    open(url: string) {
      ready.value = false;
      const running = phone.peek();
      if (running && frame?.contentWindow?.previewPhone === running) {
        take(running.open(new URL(url, window.location.href).search));
        return;
      }
      try {
        frame?.contentWindow?.location.replace(addressOf(url));
      } catch {
        // If the server did not answer, the frame contains the browser's error page, which scripts cannot access.
        if (frame) frame.src = addressOf(url);
      }
      poll();
    },

    /** Starts the same scene again. */
    restart() {
      ready.value = false;
      // A frame of another origin allows setting its location, but not `reload`.
      if (isApart) frame?.contentWindow?.location.replace(shown);
      else frame?.contentWindow?.location.reload();
      poll();
    },

    /** Replaces the frame's URL without loading it. A live reload then uses the new URL. */
    rename(url: string) {
      frame?.contentWindow?.history.replaceState(null, '', new URL(url, window.location.href));
    },

    /** Call after the frame was removed from the page. */
    detach() {
      window.clearTimeout(timer);
      unsubscribe();
      frame = null;
      phone.value = null;
      ready.value = false;
    },

    /** Call after a change that the phone does not report, i.e. a change only in the backend. */
    touch: changed,

    /** The frame's document; null: there is none, or it has another origin. */
    document: (): Document | null => frame?.contentDocument ?? null,
  };
}
