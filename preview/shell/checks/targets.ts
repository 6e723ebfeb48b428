/** Checks the size of tap targets. */
import { type Finding, isVisible, nameOf } from './finding';

/** Minimum width and height in the audit of WeChat DevTools, CSS px. */
const MIN_TARGET = 20;

/** The result of the check. */
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

/** The property that glass-easel adds to a DOM node: the engine's element, with its listeners. */
interface EngineNode {
  __wxElement?: { _$eventTarget?: { listeners?: Readonly<Record<string, unknown>> } };
}

/** Does this element itself have a listener for taps or long presses? */
function listensForTaps(element: HTMLElement): boolean {
  const listeners = (element as HTMLElement & EngineNode).__wxElement?._$eventTarget?.listeners;
  return Boolean(listeners?.tap ?? listeners?.longpress);
}

/** Checks every visible control, and every visible element with such a listener. */
export function checkTargets(document: Document): TargetReport {
  const report: TargetReport = { checked: 0, failing: [] };
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!(element.matches(CONTROLS) || listensForTaps(element)) || !isVisible(element)) continue;
    // Skip a control inside a control: it is an inner part, and is tapped together with the outer control.
    if (element.parentElement?.closest(CONTROLS)) continue;
    report.checked += 1;
    const { width, height } = element.getBoundingClientRect();
    if (width >= MIN_TARGET && height >= MIN_TARGET) continue;
    report.failing.push({
      element,
      name: nameOf(element),
      measured: `${Math.round(width)} × ${Math.round(height)} px`,
      need: `${MIN_TARGET} × ${MIN_TARGET} px`,
    });
  }
  return report;
}
