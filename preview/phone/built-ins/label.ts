/** `<label>`: a tap on it is a tap on its control, the one named by `for` or else the first inside. */
import { builtIn } from './define';

const CONTROLS = 'wx-button, wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea';

/** For labels that have no id. */
let labels = 0;

/** `<label>`: also gives its control a name for screen readers. */
export const label = builtIn('label', { for: '' }, (host) => {
  const { element } = host;
  /** The tap that the label itself makes comes back up through it. */
  let forwarding = false;

  const control = (): HTMLElement | null => {
    const { for: id } = host.values;
    if (id === '') return element.querySelector<HTMLElement>(CONTROLS);
    return element.closest('wx-page')?.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`) ?? null;
  };

  // The DOM's click, not the engine's tap: only it says which element was hit.
  const onClick = (event: MouseEvent): void => {
    const target = control();
    if (forwarding || !target) return;
    if (event.target instanceof Element && event.target.closest(CONTROLS)) return;
    forwarding = true;
    const field = target.querySelector<HTMLElement>('input, textarea');
    if (target.matches('wx-input, wx-textarea')) field?.focus();
    else target.click();
    forwarding = false;
  };
  element.addEventListener('click', onClick);

  /** What the label reads is the control's name, unless the control has one of its own. */
  const name = (): void => {
    const target = control();
    const named = target?.querySelector<HTMLElement>('input, textarea') ?? target;
    if (!named || named.ariaLabel || named.hasAttribute('aria-labelledby')) return;
    if (element.id === '') {
      labels += 1;
      element.setAttribute('id', `wx-label-${labels}`);
    }
    named.setAttribute('aria-labelledby', element.id);
  };
  return { attached: () => queueMicrotask(name) };
});
