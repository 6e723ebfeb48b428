/** Taps of the person as lines of the log. */
import { writtenText } from '../../long-text';
import type { StageLog } from './log';

/** More characters of a target's text are cut off. */
const LENGTH = 24;

/** What a tap was on, as a person would call it: its text, else its label, id or class. */
function nameOf(path: readonly EventTarget[]): string {
  const elements = path.filter((one): one is HTMLElement => one instanceof HTMLElement);
  const target =
    elements.find((one) => one.matches('wx-button, button, [role], [tabindex], label, input')) ?? elements[0];
  if (!target) return '';
  const words = target.matches('input, textarea, wx-input, wx-textarea') ? '' : writtenText(target);
  const text = words.replace(/\s+/g, ' ').trim();
  const name =
    text || target.ariaLabel || target.getAttribute('placeholder') || target.id || target.className;
  const tag = target.localName.replace(/^wx-/, '');
  const short = name.length > LENGTH ? `${name.slice(0, LENGTH)}…` : name;
  return short === '' ? tag : `${tag} “${short}”`;
}

/** Logs taps anywhere on the phone, sheets included, until the function that it returns is called. */
export function logTaps(log: StageLog): () => void {
  const listen = (event: Event) => log.add({ kind: 'tap', target: nameOf(event.composedPath()) });
  document.addEventListener('click', listen, { capture: true });
  return () => document.removeEventListener('click', listen, { capture: true });
}
