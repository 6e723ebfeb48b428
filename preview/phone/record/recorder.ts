/** Records the user's steps (taps, texts, answers to dialogs) and the events from outside the phone. */
import type { Phone, ScreenItem } from '../../../simulator/types';
import type { RecordedStep, Recording, UserAction } from '../../record-steps';
import { locatorOf } from './element-locator';
import { FIELDS, reportActions } from './report-actions';
import { selectorOf, targetOf } from './target';

/** A running recording. */
export interface Recorder extends Recording {
  add(step: RecordedStep): void;
  /** Reports an action that is not a step of the recording. */
  report(action: UserAction): void;
  /** Records the user's tap on this element of a page. */
  tapped(target: Element): void;
  /**
   * Runs `work`, which repeats an action of another phone. The steps are recorded, but the action is not reported
   * again.
   */
  withoutReporting<T>(work: () => T): T;
  /** Runs `work` without recording or reporting it, e.g. the steps of the scene. */
  ignore<T>(work: () => Promise<T>): Promise<T>;
  stop(): void;
}

/** Wraps every method of a screen item, so that its calls are recorded. */
function listenTo(item: ScreenItem, add: (step: RecordedStep) => void): void {
  const methods = item as unknown as Record<string, unknown>;
  for (const [call, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(item))) {
    if (typeof value !== 'function' || !writable) continue;
    methods[call] = (...args: unknown[]) => {
      // A button passes its click event as an argument. Do not record it.
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
  /** Called with each action of the user on this phone. */
  onAction(action: UserAction): void;
}

/** Starts recording. */
export function createRecorder({ phone, root, changed, onAction }: RecorderOptions): Recorder {
  let steps: RecordedStep[] = [];
  let ignoring = 0;
  let isReplaying = false;
  let isInUse = false;
  const stopped = new AbortController();
  const { signal } = stopped;

  function add(step: RecordedStep): void {
    if (ignoring > 0) return;
    steps.push(step);
    changed();
    const isOwn = step.kind === 'other' && step.action === undefined;
    if (step.kind !== 'tap' && step.kind !== 'type' && !isOwn) report({ kind: 'step', step });
  }
  function report(action: UserAction): void {
    if (ignoring === 0 && !isReplaying) onAction(action);
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
  reportActions(root, signal, {
    report,
    isInUse: () => isInUse,
    onUse() {
      isInUse = true;
    },
  });

  return {
    get steps() {
      return steps;
    },
    add,
    report,
    tapped(target) {
      // A tap on a field is not a step, because the typed text is one. A tap on a label also clicks its field: this
      // counts once.
      if (target.matches(FIELDS)) return;
      const on = targetOf(root, target);
      const locator = locatorOf(root, target);
      if (on) add({ kind: 'tap', on });
      if (locator) report({ kind: 'tap', locator, on });
    },
    withoutReporting(work) {
      isInUse = false;
      const before = isReplaying;
      isReplaying = true;
      try {
        return work();
      } finally {
        isReplaying = before;
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
