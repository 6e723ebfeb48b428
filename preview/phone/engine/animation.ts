/** The attribute `animation`: plays the steps of `wx.createAnimation().export()` as CSS transitions. */
import type { Animate, AnimationAction } from '../../../simulator/wx/animation';

const DEGREES = /^(rotate|skew)/;

/** The argument with the unit that its transform function needs. */
function withUnit(type: string, value: unknown, at: number): string {
  if (typeof value !== 'number') return String(value);
  if (type === 'rotate3d') return at === 3 ? `${value}deg` : String(value);
  if (DEGREES.test(type)) return `${value}deg`;
  return type.startsWith('translate') ? `${value}px` : String(value);
}

/** `{ type: 'rotate', args: [45] }` → `rotate(45deg)`. */
function transformOf({ type, args }: Animate): string {
  return `${type}(${args.map((value, at) => withUnit(type, value, at)).join(', ')})`;
}

/** The CSS properties of one step. */
function stylesOf({ animates, option }: AnimationAction): Record<string, string> {
  const styles: Record<string, string> = {};
  for (const { type, args } of animates) if (type === 'style') styles[String(args[0])] = String(args[1]);
  const { duration, timingFunction, delay } = option.transition;
  const properties = ['transform', ...Object.keys(styles)];
  return {
    ...styles,
    transform: animates
      .filter(({ type }) => type !== 'style')
      .map(transformOf)
      .join(' '),
    'transform-origin': option.transformOrigin,
    'transition-property': properties.join(','),
    'transition-duration': `${duration}ms`,
    'transition-timing-function': timingFunction,
    'transition-delay': `${delay}ms`,
  };
}

/** Element → stops the animation that it plays. */
const playing = new WeakMap<HTMLElement, () => void>();

const isAction = (value: unknown): value is AnimationAction =>
  Array.isArray((value as AnimationAction | undefined)?.animates) &&
  (value as AnimationAction).option?.transition !== undefined;

/**
 * Plays an exported animation on an element. If another animation is running on the element, it stops after its current
 * step.
 */
export function animate(element: HTMLElement, exported: unknown): void {
  const given = (exported as { actions?: unknown } | null | undefined)?.actions;
  const actions = Array.isArray(given) ? given.filter(isAction) : [];
  if (actions.length === 0) return;
  playing.get(element)?.();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (at: number): void => {
    const action = actions[at];
    if (action === undefined) return;
    // Forces a layout. Without it, the first step on a new element would jump to its end.
    element.getBoundingClientRect();
    for (const [name, value] of Object.entries(stylesOf(action))) element.style.setProperty(name, value);
    const { duration, delay } = action.option.transition;
    timer = setTimeout(() => next(at + 1), duration + delay);
  };
  playing.set(element, () => clearTimeout(timer));
  next(0);
}
