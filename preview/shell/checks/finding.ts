/** A finding of a check, and the name of its element. */

/** An element that does not pass a check. */
export interface Finding {
  element: HTMLElement;
  /** Name for the user: tag, class and text. */
  name: string;
  /** E.g. `18 × 44 px`, `3.20 : 1`. */
  measured: string;
  need: string;
}

/** Does the element have a size, and does no style hide it? */
export function isVisible(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  return (
    width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  );
}

/** Names an element, e.g. `button.primary “授权登录”`, with its tag as in WXML. */
export function nameOf(element: HTMLElement): string {
  const host = element.closest<HTMLElement>('[class]') ?? element;
  const tag = host.localName.replace(/^wx-/, '');
  const [first] = host.classList;
  const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ');
  const short = [...text].length > 16 ? `${[...text].slice(0, 16).join('')}…` : text;
  return `${tag}${first ? `.${first}` : ''}${short ? ` “${short}”` : ''}`;
}
