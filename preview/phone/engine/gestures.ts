/** Turns the user's touch, mouse and keyboard input on the page into WeChat's touch events and taps. */
import { bubble, nodeOf } from './dispatch';
import type { TouchPoint } from './event-shape';
import { type Press, pressOn } from './hover';

/** A touch that moves further than this is not a tap, CSS px. */
export const MAX_TAP_MOVE = 10;
/** A touch that lasts this long is a long press, ms. */
export const LONG_PRESS_TIME = 350;
/** For this time after a touch, mouse events are ignored, ms: the browser emulates them from the touch. */
const EMULATED_MOUSE_TIME = 800;

const CONTROLS = 'input, textarea, select, [contenteditable]';

/** A finger or a mouse button that is down. */
interface Contact {
  target: Element;
  x: number;
  y: number;
  moved: boolean;
  /** A handler ran for the long press: no tap follows. */
  long: boolean;
  press: Press;
  timer: ReturnType<typeof setTimeout>;
}

interface Point {
  identifier: number;
  clientX: number;
  clientY: number;
  force?: number;
}

/** Options of `listenForGestures`. */
interface GestureOptions {
  /** The element that holds the pages. */
  root: HTMLElement;
  /** Runs the handlers of a tap as a user action, which some APIs require. */
  asTap(run: () => void): void;
  /** Called before the handlers of a tap. It is not called for a click at the end of a drag or long press. */
  tapped(target: Element): void;
}

const disabled = (target: Element): boolean => target.closest('wx-button[disabled]') !== null;

/**
 * The position as WeChat reports it: relative to the page without the bars; `pageX` and `pageY` include the scroll
 * offset.
 */
function pointOf(target: Element, point: Point): TouchPoint {
  const scroller = target.closest('.wx-scroller');
  const box = scroller?.getBoundingClientRect();
  const clientX = point.clientX - (box?.left ?? 0);
  const clientY = point.clientY - (box?.top ?? 0);
  return {
    identifier: point.identifier,
    clientX,
    clientY,
    pageX: clientX + (scroller?.scrollLeft ?? 0),
    pageY: clientY + (scroller?.scrollTop ?? 0),
    force: point.force || 1,
  };
}

/** Listens to the user's input in `root`. @returns the function that stops it */
export function listenForGestures({ root, asTap, tapped }: GestureOptions): () => void {
  const stopped = new AbortController();
  const contacts = new Map<number, Contact>();
  let lastTouch = -EMULATED_MOUSE_TIME;
  let longPressed = false;

  function send(type: string, target: Element, changed: readonly Point[], all: readonly Point[]) {
    const node = nodeOf(target);
    if (!node) return { handled: false, caught: false };
    const changedTouches = changed.map((point) => pointOf(target, point));
    const touches = all.map((point) => pointOf(target, point));
    const first = changedTouches[0];
    const detail = first ? { x: first.pageX, y: first.pageY } : {};
    return bubble(node, type, detail, { touches, changedTouches });
  }

  function down(target: Element, point: Point, all: readonly Point[]): void {
    const contact: Contact = {
      target,
      x: point.clientX,
      y: point.clientY,
      moved: false,
      long: false,
      press: pressOn(target),
      timer: setTimeout(() => {
        const outcomes = [send('longpress', target, [point], all), send('longtap', target, [point], all)];
        contact.long = outcomes.some(({ handled }) => handled);
      }, LONG_PRESS_TIME),
    };
    contacts.set(point.identifier, contact);
    longPressed = false;
    send('touchstart', target, [point], all);
  }

  function move(point: Point, all: readonly Point[]): boolean {
    const contact = contacts.get(point.identifier);
    if (!contact) return false;
    if (!contact.moved && Math.hypot(point.clientX - contact.x, point.clientY - contact.y) > MAX_TAP_MOVE) {
      contact.moved = true;
      clearTimeout(contact.timer);
      contact.press.cancel();
    }
    return send('touchmove', contact.target, [point], all).caught;
  }

  function up(type: 'touchend' | 'touchcancel', point: Point, all: readonly Point[]): void {
    const contact = contacts.get(point.identifier);
    if (!contact) return;
    contacts.delete(point.identifier);
    clearTimeout(contact.timer);
    if (type === 'touchcancel') contact.press.cancel();
    else if (!contact.moved) contact.press.release();
    longPressed = contact.long || contact.moved;
    send(type, contact.target, [point], all);
  }

  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    handler: (event: HTMLElementEventMap[K]) => void,
    passive = true,
  ) => root.addEventListener(type, handler, { signal: stopped.signal, passive, capture: true });

  on('touchstart', (event) => {
    lastTouch = event.timeStamp;
    for (const point of event.changedTouches) down(point.target as Element, point, [...event.touches]);
  });
  on(
    'touchmove',
    (event) => {
      const caught = [...event.changedTouches].map((point) => move(point, [...event.touches]));
      // Pages put `catchtouchmove` on a layer to keep the page behind it from scrolling.
      if (caught.includes(true) && event.cancelable) event.preventDefault();
    },
    false,
  );
  for (const type of ['touchend', 'touchcancel'] as const) {
    on(type, (event) => {
      lastTouch = event.timeStamp;
      for (const point of event.changedTouches) up(type, point, [...event.touches]);
    });
  }

  const mouse = (event: MouseEvent): Point => ({
    identifier: 0,
    clientX: event.clientX,
    clientY: event.clientY,
  });
  const isEmulated = (event: MouseEvent): boolean =>
    event.timeStamp - lastTouch < EMULATED_MOUSE_TIME || event.button !== 0;
  on('mousedown', (event) => {
    if (!isEmulated(event)) down(event.target as Element, mouse(event), [mouse(event)]);
  });
  window.addEventListener(
    'mousemove',
    (event) => contacts.has(0) && !isEmulated(event) && move(mouse(event), [mouse(event)]),
    { signal: stopped.signal },
  );
  window.addEventListener('mouseup', (event) => !isEmulated(event) && up('touchend', mouse(event), []), {
    signal: stopped.signal,
  });

  // The browser's click is used as the tap: after scrolling there is no click, and a screen reader can fire a click.
  on('click', (event) => {
    const target = event.target as Element;
    const isScroll = longPressed && event.detail > 0;
    longPressed = false;
    if (isScroll || disabled(target)) return;
    const box = target.getBoundingClientRect();
    const atPointer = event.clientX !== 0 || event.clientY !== 0;
    const point: Point = {
      identifier: 0,
      clientX: atPointer ? event.clientX : box.left + box.width / 2,
      clientY: atPointer ? event.clientY : box.top + box.height / 2,
    };
    tapped(target);
    asTap(() => send('tap', target, [point], []));
  });

  on(
    'keydown',
    (event) => {
      const target = event.target as HTMLElement;
      if ((event.key !== 'Enter' && event.key !== ' ') || event.repeat || target.matches(CONTROLS)) return;
      if (target !== document.activeElement || target === root) return;
      event.preventDefault();
      const press = pressOn(target);
      press.release();
      target.click();
    },
    false,
  );

  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const) {
    on(type, (event) => {
      const node = nodeOf(event.target);
      if (node) bubble(node, type, { elapsedTime: event.elapsedTime });
    });
  }

  return () => {
    stopped.abort();
    for (const { timer, press } of contacts.values()) {
      clearTimeout(timer);
      press.cancel();
    }
  };
}
