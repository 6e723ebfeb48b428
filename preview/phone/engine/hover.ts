/** `hover-class`: the look of something that a finger is on. */

/** What a component says about its hover. Times in ms. */
export interface Hover {
  /** Class names; empty or `none` = no hover. */
  readonly className: string;
  readonly startTime: number;
  readonly stayTime: number;
  /** Ancestors do not hover with it. */
  readonly stopPropagation: boolean;
  /** Puts the class on, or takes it off. */
  show(on: boolean): void;
}

const hovers = new WeakMap<Element, () => Hover>();

/** Tells where to ask about an element's hover. */
export function registerHover(element: Element, hover: () => Hover): void {
  hovers.set(element, hover);
}

/** The elements that hover when a finger is on `target`, innermost first. */
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
  /** The finger left: the look stays for a moment, and shows for that long even after a quick tap. */
  release(): void;
  /** It was a scroll after all. */
  cancel(): void;
}

/** A finger came down on `target`. */
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
