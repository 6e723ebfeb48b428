/**
 * `<label>`: a tap on the label taps its control. The control is the element named by `for`, else the first control
 * inside.
 */
import { bubble, nodeOf } from '../engine/dispatch';
import { nodeOf as targetNode } from '../engine/event-shape';
import { apiOf, builtIn } from './define';
import type { TappedApi } from './tapped';

/** The controls that a label can tap (component/label.html). */
const CONTROLS = 'wx-button, wx-checkbox, wx-radio, wx-switch';
/** The controls that a label names for screen readers. */
const NAMED_CONTROLS = `${CONTROLS}, wx-input, wx-textarea`;

/** Counter for the ids of labels without one. */
let labels = 0;

/** `<label>`: also names its control for screen readers. */
export const label = builtIn('label', { for: '' }, (host) => {
  const { element, component } = host;

  /** The element named by `for`, else the first control inside. Only controls in the same WXML as the label count. */
  const control = (kinds: string): HTMLElement | undefined => {
    const { for: id } = host.values;
    const around = id === '' ? element : (element.closest('wx-page') ?? element);
    return [...around.querySelectorAll<HTMLElement>(kinds)].find((one) => {
      const node = nodeOf(one);
      return node?.ownerShadowRoot === component.ownerShadowRoot && (id === '' || node.id === id);
    });
  };

  host.onTap((event) => {
    // The tap was on a control inside the label. The control has already handled it.
    for (let node = targetNode(event.target); node !== component; ) {
      if ((node.$$ as unknown as Element | null)?.matches?.(CONTROLS)) return;
      if (node.parentNode === null) break;
      node = node.parentNode;
    }
    const target = control(CONTROLS);
    const node = target === undefined ? null : nodeOf(target);
    if (target === undefined || node === null || target.hasAttribute('disabled')) return;
    // A button gets a `tap` event; the other controls change without one.
    if (target.matches('wx-button')) bubble(node, 'tap', { x: 0, y: 0 }, { touches: [], changedTouches: [] });
    else (apiOf(target) as TappedApi).tapped();
  });

  /** Makes the label's text the control's accessible name, unless the control has its own. */
  const name = (): void => {
    const target = control(NAMED_CONTROLS);
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
