/** Logs the user's taps. */
import { lineOf, shortened } from '../element-name';
import type { StageLog } from './log';

/** A name of the tapped element for users: its text, else its label, placeholder, id or class. */
function nameOf(path: readonly EventTarget[]): string {
  const elements = path.filter((one): one is HTMLElement => one instanceof HTMLElement);
  const target =
    elements.find((one) => one.matches('wx-button, button, [role], [tabindex], label, input')) ?? elements[0];
  if (!target) return '';
  const name =
    lineOf(target) || target.ariaLabel || target.getAttribute('placeholder') || target.id || target.className;
  const tag = target.localName.replace(/^wx-/, '');
  return name === '' ? tag : `${tag} “${shortened(name)}”`;
}

/** Logs taps anywhere on the phone, sheets included. @returns the function that stops it */
export function logTaps(log: StageLog): () => void {
  const listen = (event: Event) => log.add({ kind: 'tap', target: nameOf(event.composedPath()) });
  document.addEventListener('click', listen, { capture: true });
  return () => document.removeEventListener('click', listen, { capture: true });
}
