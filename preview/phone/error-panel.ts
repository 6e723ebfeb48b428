/** The panel over the page that lists the errors in the sources. Without errors it disappears. */

import type { Problem } from '../vite/program/types';
import { locate, problemOfError } from './locate';
import './error-panel.css';

const place = ({ file, line, column }: Problem): string => (line > 0 ? `${file}:${line}:${column}` : file);

function block({ message, frame, ...where }: Problem): HTMLElement {
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = place(where as Problem);
  const text = document.createElement('p');
  text.textContent = message;
  section.append(heading, text);
  if (frame !== '') {
    const source = document.createElement('pre');
    source.textContent = frame;
    source.tabIndex = 0;
    section.append(source);
  }
  return section;
}

/** Shows the errors of a list of problems in `parent`. Without errors it shows nothing. */
export function showProblems(parent: HTMLElement, problems: readonly Problem[]): void {
  parent.querySelector('.problem-panel')?.remove();
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const panel = document.createElement('div');
  panel.className = 'problem-panel';
  panel.setAttribute('role', 'alert');
  const heading = document.createElement('h1');
  heading.textContent =
    errors.length === 1 ? '1 error · 有 1 处错误' : `${errors.length} errors · 有 ${errors.length} 处错误`;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Close · 关闭';
  close.addEventListener('click', () => panel.remove());
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') panel.remove();
  });
  panel.append(heading, ...errors.map(block), close);
  parent.append(panel);
}

/** Shows a run-time error in the same panel. File and line appear when the server has found them. */
export function showCrash(parent: HTMLElement, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : '';
  showProblems(parent, [{ ...problemOfError(error), frame: stack }]);
  const shown = parent.querySelector('.problem-panel');
  locate(error).then((problem) => {
    if (problem.line > 0 && shown?.isConnected) showProblems(parent, [problem]);
  });
}
