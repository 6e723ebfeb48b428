/** Writes down what the person does: taps, texts, answers, and what happens from outside. */
import type { Phone, ScreenItem } from '../../../simulator/types';
import type { RecordedStep, RecordedTarget, Recording } from '../../record-steps';
import { findText } from '../stage/person';

/** A recording that runs. */
export interface Recorder extends Recording {
  add(step: RecordedStep): void;
  /** Runs something that is no doing of the person, e.g. the steps that belong to the scene. */
  ignore<T>(work: () => Promise<T>): Promise<T>;
  stop(): void;
}

/** Longer texts name an element badly. */
const LONGEST = 24;

const FIELDS = 'input, textarea';

/** A selector in WXML's tags: name, id, else class and place among its like. */
function selectorOf(root: HTMLElement, element: Element): string {
  const tag = element.localName.replace(/^wx-/, '');
  const name = element.getAttribute('name');
  if (name) return `[name="${name}"]`;
  if (element.id) return `#${element.id}`;
  // A component's own prefix is no part of the class in its WXSS.
  const [first = ''] = [...element.classList].filter((one) => !one.includes('--'));
  const selector = first === '' ? tag : `.${first}`;
  const alike = root.querySelectorAll(first === '' ? element.localName : `.${CSS.escape(first)}`);
  return alike.length === 1 || first !== '' ? selector : `${tag} /* one of ${alike.length} */`;
}

/** How a test finds what was tapped: the innermost element with a text that means it, or a selector. */
function targetOf(root: HTMLElement, tapped: Element): RecordedTarget | null {
  const element = tapped.closest('[class], wx-button, wx-view, wx-text, wx-image') ?? tapped;
  for (let at: Element | null = tapped; at && at !== root; at = at.parentElement) {
    const text = at.localName.startsWith('wx-') ? (at.textContent?.trim() ?? '') : '';
    if (text === '' || text.length > LONGEST) continue;
    const found = findText(root, text);
    if (found && (found.contains(tapped) || at.contains(found))) return { text };
  }
  const named = element.localName.startsWith('wx-') ? element : element.closest('[class^="wx-"], [class]');
  return named && root.contains(named) ? { selector: selectorOf(root, named) } : null;
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

/**
 * Starts recording.
 * @param root holds the pages
 * @param changed called after each step
 */
export function createRecorder(phone: Phone, root: HTMLElement, changed: () => void): Recorder {
  let steps: RecordedStep[] = [];
  let ignoring = 0;
  const stopped = new AbortController();
  const { signal } = stopped;

  function add(step: RecordedStep): void {
    if (ignoring > 0) return;
    steps.push(step);
    changed();
  }

  const known = new WeakSet<ScreenItem>();
  const stopScreen = phone.screen.subscribe(() => {
    for (const item of phone.screen.items) {
      if (known.has(item)) continue;
      known.add(item);
      listenTo(item, add);
    }
  });

  root.addEventListener(
    'click',
    ({ target }) => {
      // A field is told by what was typed; a click that a label hands on to it is no second tap.
      if (!(target instanceof Element) || target.matches(FIELDS)) return;
      const on = targetOf(root, target);
      if (on) add({ kind: 'tap', on });
    },
    { capture: true, signal },
  );

  const before = new WeakMap<Element, string>();
  const field = ({ target }: Event): HTMLInputElement | HTMLTextAreaElement | null =>
    target instanceof Element && target.matches(FIELDS)
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
      add({ kind: 'type', text: one.value, name, selector: selectorOf(root, host) });
    },
    { signal },
  );

  return {
    get steps() {
      return steps;
    },
    add,
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
