/** Sizes of what a finger must hit. */
import { type Finding, isVisible, nameOf } from './finding';

/** WeChat DevTools' audit asks for this much, CSS px. */
export const SMALLEST_TARGET = 20;

export interface TargetReport {
  checked: number;
  failing: Finding[];
}

const CONTROLS = [
  'wx-button',
  'wx-navigator',
  'wx-input',
  'wx-textarea',
  'wx-switch',
  'wx-checkbox',
  'wx-radio',
  'wx-picker',
  '[role="button"]',
].join(', ');

/** What glass-easel hangs on a DOM node: the element that the template made, with its listeners. */
interface EngineNode {
  __wxElement?: { _$eventTarget?: { listeners?: Readonly<Record<string, unknown>> } };
}

/** Does the page listen for taps on this very element? */
function listensForTaps(element: HTMLElement): boolean {
  const listeners = (element as HTMLElement & EngineNode).__wxElement?._$eventTarget?.listeners;
  return Boolean(listeners?.tap ?? listeners?.longpress);
}

/** Checks everything in the document that answers a tap. */
export function checkTargets(document: Document): TargetReport {
  const report: TargetReport = { checked: 0, failing: [] };
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!(element.matches(CONTROLS) || listensForTaps(element)) || !isVisible(element)) continue;
    // A control inside a control (the engine's own parts) is hit together with it.
    if (element.parentElement?.closest(CONTROLS)) continue;
    report.checked += 1;
    const { width, height } = element.getBoundingClientRect();
    if (width >= SMALLEST_TARGET && height >= SMALLEST_TARGET) continue;
    report.failing.push({
      element,
      name: nameOf(element),
      measured: `${Math.round(width)} × ${Math.round(height)} px`,
      need: `${SMALLEST_TARGET} × ${SMALLEST_TARGET} px`,
    });
  }
  return report;
}
