/** What a check finds, and how it speaks of an element. */

export interface Finding {
  element: HTMLElement;
  /** For a person: tag, class and text. */
  name: string;
  /** E.g. `18 × 44 px`, `3.20 : 1`. */
  measured: string;
  need: string;
}

/** Takes room on the page and is not hidden by a style. */
export function isVisible(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  return (
    width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  );
}

/** `button.primary “授权登录”`: the tag as the page's author wrote it. */
export function nameOf(element: HTMLElement): string {
  const host = element.closest<HTMLElement>('[class]') ?? element;
  const tag = host.localName.replace(/^wx-/, '');
  const [first] = host.classList;
  const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ');
  const short = [...text].length > 16 ? `${[...text].slice(0, 16).join('')}…` : text;
  return `${tag}${first ? `.${first}` : ''}${short ? ` “${short}”` : ''}`;
}
