/** Writes down what the person does: taps, texts, answers, and what happens from outside. */
import type { Phone, ScreenItem } from '../../../simulator/types';
import { writtenText } from '../../long-text';
import type { PersonAct, RecordedStep, RecordedTarget, Recording, Seat } from '../../record-steps';
import { allWithText } from '../stage/person';
import { seatOf } from './seat';

/** A recording that runs. */
export interface Recorder extends Recording {
  add(step: RecordedStep): void;
  /** Says what the person does, where it is no step. */
  act(act: PersonAct): void;
  /** The person has tapped this element of a page. */
  tapped(target: Element): void;
  /** Runs what was done on another phone: it is recorded, and not said again. */
  silently<T>(work: () => T): T;
  /** Runs something that is no doing of the person, e.g. the steps that belong to the scene. */
  ignore<T>(work: () => Promise<T>): Promise<T>;
  stop(): void;
}

/** Longer texts name an element badly. */
const LONGEST = 24;

const FIELDS = 'input, textarea';

/** A selector in WXML's tags: by name, id or class, else the tag; and the place among its like. */
function selectorOf(root: HTMLElement, element: Element): { selector: string; nth?: number } {
  const name = element.getAttribute('name');
  // A component's own prefix is no part of the class in its WXSS.
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

/** How a test finds what was tapped: the innermost element with a text that means it, or a selector. */
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

/** Every method of an item says that it was called. */
function listenTo(item: ScreenItem, add: (step: RecordedStep) => void): void {
  const methods = item as unknown as Record<string, unknown>;
  for (const [call, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(item))) {
    if (typeof value !== 'function' || !writable) continue;
    methods[call] = (...args: unknown[]) => {
      // A button hands its click on.
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
  /** Hears each act of the person on this phone. */
  acted(act: PersonAct): void;
}

/** What says that a person's hand is on this phone. */
const TOUCHES = ['pointerdown', 'touchstart', 'wheel', 'keydown'] as const;

interface Hearer {
  act(act: PersonAct): void;
  leads(): boolean;
  touched(): void;
}

/** Further than this, CSS px, or longer, ms, it is no tap: as in engine/gestures.ts. */
const SLACK = 10;
const LONG = 350;

/** A finger or the mouse button, from where it comes down to where it goes up: drags, swipes and long presses. */
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

/** What is no step by itself: a text while it is typed, and how far something is scrolled. */
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
        // A field that is in use without the focus is one that follows another phone.
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

/** How far something has been scrolled, from 0 to 1. */
const part = (done: number, all: number): number => (all > 0 ? Math.min(1, Math.max(0, done / all)) : 0);

/** Starts recording. */
export function createRecorder({ phone, root, changed, acted }: RecorderOptions): Recorder {
  let steps: RecordedStep[] = [];
  let ignoring = 0;
  let silent = false;
  /** The person touches this phone, and not another one beside it: what scrolls here is scrolled by the person. */
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
      // A field is told by what was typed; a tap that a label hands on to it is no second one.
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
