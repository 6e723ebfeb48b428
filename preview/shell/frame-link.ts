/** The line to the phone in the frame: which one is running, whether it is ready, and when something changed. */
import { signal } from '@preact/signals';
import type { PreviewPhone } from '../bridge';

/** How often to look for the phone while a frame is loading, ms: it sets itself up some time after `load`. */
const LOOK_EVERY = 40;

export type FrameLink = ReturnType<typeof createFrameLink>;

/**
 * A link that has no frame yet. One link serves one `<iframe>`, for as long as the page lives.
 * @param host The server's name for a phone that is not trusted: it is in another origin, and no phone is known here.
 */
export function createFrameLink(host: string) {
  const isApart = host !== '';
  /** The phone that is running; null while none is. */
  const phone = signal<PreviewPhone | null>(null);
  /** The phone has settled: `data-ready` is on its root element. */
  const ready = signal(false);
  /** Grows when anything changed on the phone, at most once per frame of the screen. */
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
      // What went wrong is shown in the frame itself, and in the log.
      changed,
    );
  };

  /** What the frame was opened with last. */
  let shown = '';
  const addressOf = (url: string): string => {
    const address = new URL(url, window.location.href);
    if (isApart) address.hostname = host;
    shown = address.href;
    return shown;
  };

  /** Looks until the frame has a phone that we do not know. */
  const look = () => {
    window.clearTimeout(timer);
    if (isApart) return;
    const found = frame?.contentWindow?.previewPhone;
    if (found && found !== phone.peek()) take(found);
    else timer = window.setTimeout(look, LOOK_EVERY);
  };

  return {
    phone,
    ready,
    version,
    /** The phone is in another origin: nothing inside it is known. */
    isApart,

    /** Hands over the element. Its first address is `url`. */
    attach(element: HTMLIFrameElement, url: string) {
      frame = element;
      phone.value = null;
      ready.value = false;
      // Fires for our own navigations and for a live reload of the frame by itself.
      frame.addEventListener('load', () => {
        if (isApart) ready.value = true;
        const known = phone.peek();
        if (!known || isApart || element.contentWindow?.previewPhone !== known) look();
      });
      frame.src = addressOf(url);
      look();
    },

    /**
     * Another scene: a fresh phone, in the code that is loaded already where a phone runs. Leaves no trace in the browser's
     * history, which belongs to the choices.
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
        // The frame shows the browser's own error page, which no script can reach: the server did not answer for a moment.
        if (frame) frame.src = addressOf(url);
      }
      look();
    },

    /** The same scene from its start. */
    restart() {
      ready.value = false;
      // Its location can be set from here, and nothing else of it.
      if (isApart) frame?.contentWindow?.location.replace(shown);
      else frame?.contentWindow?.location.reload();
      look();
    },

    /** Says what the frame would be opened with now, so that a live reload comes back to it. */
    rename(url: string) {
      frame?.contentWindow?.history.replaceState(null, '', new URL(url, window.location.href));
    },

    /** The frame has left the page. */
    detach() {
      window.clearTimeout(timer);
      unsubscribe();
      frame = null;
      phone.value = null;
      ready.value = false;
    },

    /** Something changed that the phone does not report: what happens at the backend alone. */
    touch: changed,

    /** The frame's document, for the checks. */
    document: (): Document | null => frame?.contentDocument ?? null,
  };
}
