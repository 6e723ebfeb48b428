/** `<label>`: a tap on it is a tap on its control, the one named by `for` or else the first inside. */
import { bubble, nodeOf } from '../engine/dispatch';
import { nodeOf as faceNode } from '../engine/event-shape';
import { builtIn, partOf } from './define';
import type { TappedPart } from './tapped';

/** What a label can be for (component/label.html). */
const CONTROLS = 'wx-button, wx-checkbox, wx-radio, wx-switch';
/** What it gives a name to, for screen readers. */
const NAMED = `${CONTROLS}, wx-input, wx-textarea`;

/** For labels that have no id. */
let labels = 0;

/** `<label>`: also gives its control a name for screen readers. */
export const label = builtIn('label', { for: '' }, (host) => {
  const { element, component } = host;

  /** The one that `for` names, else the first inside; both stand in the WXML of the label. */
  const control = (kinds: string): HTMLElement | undefined => {
    const { for: id } = host.values;
    const around = id === '' ? element : (element.closest('wx-page') ?? element);
    return [...around.querySelectorAll<HTMLElement>(kinds)].find((one) => {
      const node = nodeOf(one);
      return node?.ownerShadowRoot === component.ownerShadowRoot && (id === '' || node.id === id);
    });
  };

  host.onTap((event) => {
    // A control inside that was tapped itself has done what it does.
    for (let node = faceNode(event.target); node !== component; ) {
      if ((node.$$ as unknown as Element | null)?.matches?.(CONTROLS)) return;
      if (node.parentNode === null) break;
      node = node.parentNode;
    }
    const target = control(CONTROLS);
    const node = target === undefined ? null : nodeOf(target);
    if (target === undefined || node === null || target.hasAttribute('disabled')) return;
    // A button hears the tap; the others change without one.
    if (target.matches('wx-button')) bubble(node, 'tap', { x: 0, y: 0 }, { touches: [], changedTouches: [] });
    else (partOf(target) as TappedPart).tapped();
  });

  /** What the label reads is the control's name, unless the control has one of its own. */
  const name = (): void => {
    const target = control(NAMED);
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
