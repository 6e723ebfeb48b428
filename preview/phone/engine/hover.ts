/** `hover-class`: the look of an element while a finger presses it. */

/** Hover settings of a component. Times in ms. */
interface Hover {
  /** Class names. Empty or `none`: no hover effect. */
  readonly className: string;
  readonly startTime: number;
  readonly stayTime: number;
  /** true: ancestors do not get their hover class. */
  readonly stopPropagation: boolean;
  /** Adds or removes the class. */
  show(on: boolean): void;
}

const hovers = new WeakMap<Element, () => Hover>();

/** Registers the getter of an element's hover settings. */
export function registerHover(element: Element, hover: () => Hover): void {
  hovers.set(element, hover);
}

/** The hover settings that apply when a finger presses `target`, innermost element first. */
function affected(target: Element): Hover[] {
  const found: Hover[] = [];
  for (let element: Element | null = target; element; element = element.parentElement) {
    const hover = hovers.get(element)?.();
    if (!hover) continue;
    if (hover.className !== '' && hover.className !== 'none') found.push(hover);
    if (hover.stopPropagation) break;
  }
  return found;
}

/** One press of a finger. */
export interface Press {
  /** The finger was lifted. The class stays for `stayTime`, also after a tap that was shorter than `startTime`. */
  release(): void;
  /** The touch became a scroll: removes the class at once. */
  cancel(): void;
}

/** Starts a press on `target`. */
export function pressOn(target: Element): Press {
  const presses = affected(target).map((hover) => {
    let shown = false;
    const show = () => {
      shown = true;
      hover.show(true);
    };
    const timer = setTimeout(show, hover.startTime);
    const end = (quick: boolean) => {
      clearTimeout(timer);
      if (quick && !shown) show();
      if (shown) setTimeout(() => hover.show(false), quick ? hover.stayTime : 0);
    };
    return end;
  });
  return {
    release() {
      for (const end of presses) end(true);
    },
    cancel() {
      for (const end of presses) end(false);
    },
  };
}
