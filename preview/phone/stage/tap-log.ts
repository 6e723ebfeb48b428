/** Logs the user's taps. */
import { writtenText } from '../../long-text';
import type { StageLog } from './log';

/** Longest text of a target that is not cut, characters. */
const LENGTH = 24;

/** A name of the tapped element for users: its text, else its label, placeholder, id or class. */
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

/** Logs taps anywhere on the phone, sheets included. @returns the function that stops it */
export function logTaps(log: StageLog): () => void {
  const listen = (event: Event) => log.add({ kind: 'tap', target: nameOf(event.composedPath()) });
  document.addEventListener('click', listen, { capture: true });
  return () => document.removeEventListener('click', listen, { capture: true });
}
