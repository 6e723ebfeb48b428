/** Records what the user does (taps, texts, answers) and the events from outside the phone. */
import type { Phone, ScreenItem } from '../../../simulator/types';
import { writtenText } from '../../long-text';
import type { PersonAct, RecordedStep, RecordedTarget, Recording, Seat } from '../../record-steps';
import { allWithText } from '../stage/person';
import { seatOf } from './seat';

/** A running recording. */
export interface Recorder extends Recording {
  add(step: RecordedStep): void;
  /** Reports an act of the user that is no step of the recording. */
  act(act: PersonAct): void;
  /** Records a tap of the user on this element of a page. */
  tapped(target: Element): void;
  /** Repeats an act of another phone: the act is recorded, and not reported by `acted` again. */
  silently<T>(work: () => T): T;
  /** Runs `work` without recording or reporting it, e.g. the steps of the scene. */
  ignore<T>(work: () => Promise<T>): Promise<T>;
  stop(): void;
}

/** Longest text that identifies an element, characters. */
const LONGEST = 24;

const FIELDS = 'input, textarea';

/** A selector with WXML's tags: by name, id or class, else by tag; `nth` if several elements match. */
function selectorOf(root: HTMLElement, element: Element): { selector: string; nth?: number } {
  const name = element.getAttribute('name');
  // Skip the classes with a component's prefix: the WXSS has them without it.
  const [first] = [...element.classList].filter((one) => !one.includes('--'));
  const [selector, inDom] = name
    ? [`[name=${JSON.stringify(name)}]`]
    : element.id
      ? [`#${CSS.escape(element.id)}`]
      : first
        ? [`.${CSS.escape(first)}`]
        : [element.localName.replace(/^wx-/, ''), element.localName];
  const alike = [...root.querySelectorAll(`.wx-window:not([hidden]) :is(${inDom ?? selector})`)];
  return alike.length > 1 ? { selector, nth: alike.indexOf(element) } : { selector };
}

/** How a test finds the tapped element: by the text of the innermost element with one, else by a selector. */
function targetOf(root: HTMLElement, tapped: Element): RecordedTarget | null {
  const element = tapped.closest('[class], wx-button, wx-view, wx-text, wx-image') ?? tapped;
  for (let at: Element | null = tapped; at && at !== root; at = at.parentElement) {
    const text = at.localName.startsWith('wx-') ? writtenText(at).trim() : '';
    if (text === '' || text.length > LONGEST) continue;
    const found = allWithText(root, text);
    const nth = found.findIndex((one) => one.contains(tapped) || at?.contains(one));
    if (nth < 0) continue;
    return found.length > 1 ? { text, nth } : { text };
  }
  const named = element.localName.startsWith('wx-') ? element : element.closest('[class^="wx-"], [class]');
  return named && root.contains(named) ? selectorOf(root, named) : null;
}

/** Wraps every method of a screen item so that its calls are recorded. */
function listenTo(item: ScreenItem, add: (step: RecordedStep) => void): void {
  const methods = item as unknown as Record<string, unknown>;
  for (const [call, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(item))) {
    if (typeof value !== 'function' || !writable) continue;
    methods[call] = (...args: unknown[]) => {
      // A button passes its click event as an argument: leave it out.
      add({ kind: 'answer', of: item.kind, call, args: args.filter((one) => !(one instanceof Event)) });
      return value.apply(item, args);
    };
  }
}

interface RecorderOptions {
  phone: Phone;
  /** Holds the pages. */
  root: HTMLElement;
  /** Called after each step. */
  changed(): void;
  /** Called with each act of the user on this phone. */
  acted(act: PersonAct): void;
}

/** Events which show that the user is using this phone. */
const TOUCHES = ['pointerdown', 'touchstart', 'wheel', 'keydown'] as const;

interface Hearer {
  act(act: PersonAct): void;
  leads(): boolean;
  touched(): void;
}

/** A touch that moves further (CSS px) or lasts longer (ms) is no tap: the same values as in engine/gestures.ts. */
const SLACK = 10;
const LONG = 350;

/** Reports touches and mouse drags from press to release: drags, swipes and long presses. */
function hearTouches(root: HTMLElement, options: AddEventListenerOptions, act: Hearer['act']): void {
  let held: { seat: Seat; target: Element; x: number; y: number; since: number; far: boolean } | null = null;
  const tell = (phase: 'down' | 'move' | 'up', { clientX, clientY, timeStamp }: PointerEvent): void => {
    if (!held) return;
    const { seat, target, x, y, since } = held;
    held.far ||= Math.hypot(clientX - x, clientY - y) > SLACK || timeStamp - since > LONG;
    const { left, top, width, height } = target.getBoundingClientRect();
    const at = { x: (clientX - left) / (width || 1), y: (clientY - top) / (height || 1) };
    act({ kind: 'touch', phase, seat, ...at, far: held.far });
    if (phase === 'up') held = null;
  };
  root.addEventListener(
    'pointerdown',
    (event) => {
      const { target, isTrusted, isPrimary, button, clientX: x, clientY: y, timeStamp: since } = event;
      if (!isTrusted || !isPrimary || button !== 0 || !(target instanceof Element)) return;
      const seat = seatOf(root, target);
      held = seat && { seat, target, x, y, since, far: false };
      tell('down', event);
    },
    options,
  );
  window.addEventListener('pointermove', (event) => tell('move', event), options);
  for (const type of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(type, (event) => tell('up', event), options);
}

/** Reports the acts that are no steps: typing, focus, the return key, touches and scrolling. */
function hearActs(root: HTMLElement, signal: AbortSignal, { act, leads, touched }: Hearer): void {
  const options = { capture: true, passive: true, signal };
  hearTouches(root, options, act);
  for (const type of TOUCHES)
    document.addEventListener(type, ({ isTrusted }) => isTrusted && touched(), options);
  const at = ({ target }: Event, kinds: string): Element | null =>
    target instanceof Element && target.matches(kinds) ? target : null;
  for (const [type, kind] of [
    ['focusin', 'focus'],
    ['focusout', 'blur'],
  ] as const) {
    root.addEventListener(
      type,
      (event) => {
        const field = at(event, FIELDS);
        // A pretended focus event (`isTrusted` is false) repeats an act of another phone.
        const seat = field && event.isTrusted ? seatOf(root, field) : null;
        if (seat) act({ kind, seat });
      },
      options,
    );
  }
  for (const type of ['input', 'change'] as const) {
    root.addEventListener(
      type,
      (event) => {
        const control = at(event, `${FIELDS}, select`) as HTMLInputElement | null;
        const seat = control && seatOf(root, control);
        if (seat) act({ kind: 'input', event: type, seat, value: control.value });
      },
      options,
    );
  }
  root.addEventListener(
    'keydown',
    (event) => {
      const field = event.key === 'Enter' && !event.isComposing && at(event, FIELDS);
      const seat = field && seatOf(root, field);
      if (seat) act({ kind: 'confirm', seat, bar: event.ctrlKey || event.metaKey });
    },
    options,
  );
  root.addEventListener(
    'scroll',
    ({ target }) => {
      if (!leads() || !(target instanceof Element)) return;
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = target;
      const seat = seatOf(root, target);
      const x = part(scrollLeft, scrollWidth - clientWidth);
      const y = part(scrollTop, scrollHeight - clientHeight);
      if (seat) act({ kind: 'scroll', seat, x, y });
    },
    options,
  );
}

/** The scrolled part, from 0 to 1. */
const part = (done: number, all: number): number => (all > 0 ? Math.min(1, Math.max(0, done / all)) : 0);

/** Starts recording. */
export function createRecorder({ phone, root, changed, acted }: RecorderOptions): Recorder {
  let steps: RecordedStep[] = [];
  let ignoring = 0;
  let silent = false;
  /** The user is using this phone, not another one beside it: scroll events on this phone are the user's. */
  let leads = false;
  const stopped = new AbortController();
  const { signal } = stopped;

  function add(step: RecordedStep): void {
    if (ignoring > 0) return;
    steps.push(step);
    changed();
    const isOwn = step.kind === 'other' && step.act === undefined;
    if (step.kind !== 'tap' && step.kind !== 'type' && !isOwn) act({ kind: 'step', step });
  }
  function act(done: PersonAct): void {
    if (ignoring === 0 && !silent) acted(done);
  }

  const known = new WeakSet<ScreenItem>();
  const stopScreen = phone.screen.subscribe(() => {
    for (const item of phone.screen.items) {
      if (known.has(item)) continue;
      known.add(item);
      listenTo(item, add);
    }
  });

  const before = new WeakMap<Element, string>();
  const field = ({ target }: Event): HTMLInputElement | HTMLTextAreaElement | null =>
    target instanceof Element && target.matches(FIELDS) && target.closest('wx-input, wx-textarea')
      ? (target as HTMLInputElement | HTMLTextAreaElement)
      : null;
  root.addEventListener(
    'focusin',
    (event) => {
      const one = field(event);
      if (one) before.set(one, one.value);
    },
    { signal },
  );
  root.addEventListener(
    'focusout',
    (event) => {
      const one = field(event);
      if (!one || one.value === (before.get(one) ?? '')) return;
      const host = one.closest('wx-input, wx-textarea') ?? one;
      const name = host.getAttribute('name') ?? '';
      add({ kind: 'type', text: one.value, name, into: selectorOf(root, host) });
    },
    { signal },
  );

  root.addEventListener(
    'change',
    ({ target }) => {
      const slider = target instanceof HTMLInputElement && target.closest('wx-slider') ? target : null;
      if (slider)
        add({
          kind: 'other',
          what: `moved ${selectorOf(root, slider.closest('wx-slider') ?? slider).selector} to ${slider.value}`,
        });
    },
    { capture: true, signal },
  );
  hearActs(root, signal, {
    act,
    leads: () => leads,
    touched() {
      leads = true;
    },
  });

  return {
    get steps() {
      return steps;
    },
    add,
    act,
    tapped(target) {
      // A tap on a field is no step: the typed text is. A tap on a label also clicks its field, and counts once.
      if (target.matches(FIELDS)) return;
      const on = targetOf(root, target);
      const seat = seatOf(root, target);
      if (on) add({ kind: 'tap', on });
      if (seat) act({ kind: 'tap', seat, on });
    },
    silently(work) {
      leads = false;
      const before = silent;
      silent = true;
      try {
        return work();
      } finally {
        silent = before;
      }
    },
    clear() {
      steps = [];
      changed();
    },
    async ignore(work) {
      ignoring += 1;
      try {
        return await work();
      } finally {
        ignoring -= 1;
      }
    },
    stop() {
      stopScreen();
      stopped.abort();
    },
  };
}
