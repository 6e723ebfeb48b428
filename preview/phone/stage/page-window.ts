/** The DOM around one page: a window between the bars, and the scroller inside it. */

/** The events of a page's scroller. */
interface PageWindowEvents {
  scrolled(scrollTop: number): void;
  /** The scroll position is now at most `distance` px from the end. */
  reachedBottom(): void;
  /** The user pulled the page down at its top and released it. */
  pulledDown(): void;
}

/** The window of one page. */
export interface PageWindow {
  /** Contains the page. As in WeChat, it is the containing block of `position: fixed`. */
  readonly element: HTMLElement;
  readonly scroller: HTMLElement;
  /** Sets the window's distances from the top and bottom of the screen, and its safe area. All lengths in px. */
  setInsets(insets: { top: number; bottom: number }, safeArea: { top: number; bottom: number }): void;
  show(on: boolean): void;
  scrollTo(top: number, duration: number): void;
  remove(): void;
}

/** Minimum pull that refreshes the page, px. */
const MIN_PULL = 60;

function listenToPull(scroller: HTMLElement, pulled: () => void): void {
  let from: number | null = null;
  const start = (y: number) => {
    from = scroller.scrollTop <= 0 ? y : null;
  };
  const end = (y: number) => {
    if (from !== null && y - from > MIN_PULL) pulled();
    from = null;
  };
  scroller.addEventListener('touchstart', (event) => start(event.touches[0]?.clientY ?? 0), {
    passive: true,
  });
  scroller.addEventListener('touchend', (event) => end(event.changedTouches[0]?.clientY ?? 0), {
    passive: true,
  });
  scroller.addEventListener('mousedown', (event) => start(event.clientY));
  scroller.addEventListener('mouseup', (event) => end(event.clientY));
}

/** Creates the hidden window of a page in `stage`. `distance`: `onReachBottomDistance`, px. */
export function createPageWindow(
  stage: HTMLElement,
  options: { distance: number; pull: boolean; events: PageWindowEvents },
): PageWindow {
  const { distance, pull, events } = options;
  const element = document.createElement('div');
  element.className = 'wx-window';
  element.hidden = true;
  const scroller = document.createElement('div');
  scroller.className = 'wx-scroller';
  element.append(scroller);
  stage.append(element);

  let below = false;
  scroller.addEventListener('scroll', () => {
    events.scrolled(scroller.scrollTop);
    const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    if (left <= distance && !below) events.reachedBottom();
    below = left <= distance;
  });
  if (pull) listenToPull(scroller, events.pulledDown);

  return {
    element,
    scroller,
    setInsets({ top, bottom }, safeArea) {
      element.style.top = `${top}px`;
      element.style.bottom = `${bottom}px`;
      element.style.setProperty(
        '--wx-vh',
        `calc((var(--wx-screen-height, 100vh) - ${top + bottom}px) / 100)`,
      );
      element.style.setProperty('--wx-safe-area-inset-top', `${safeArea.top}px`);
      element.style.setProperty('--wx-safe-area-inset-bottom', `${safeArea.bottom}px`);
    },
    show(on) {
      element.hidden = !on;
    },
    scrollTo(top, duration) {
      scroller.scrollTo({ top, behavior: duration > 0 ? 'smooth' : 'instant' });
    },
    remove: () => element.remove(),
  };
}
