/** `style` attributes of a mini-program's elements: WeChat's units in them, and what WeChat does not load. */
import { localUrlMessage, withoutLocalUrls } from '../../vite/program/wxss/local-urls';
import { fillRpx, type RpxScreen } from '../../vite/program/wxss/rpx';
import { convertValue } from '../../vite/program/wxss/values';

/** The inline styles of one stage. */
export interface InlineStyles {
  /** Sets the attribute as a browser understands it on this device. */
  set(element: HTMLElement, style: string): void;
  /** The device is another one: the elements below `root` get their lengths anew. */
  resize(root: HTMLElement, screen: RpxScreen): void;
}

/** @param report told once for each text, why a picture does not show. */
export function createInlineStyles(screen: RpxScreen, report: (message: string) => void): InlineStyles {
  let size = screen;
  const written = new WeakMap<HTMLElement, string>();

  const convert = (style: string): string => {
    const safe = withoutLocalUrls(style, (address) => report(`style="…": ${localUrlMessage(address)}`));
    return fillRpx(convertValue(safe), size);
  };

  return {
    set(element, style) {
      if (style.includes('rpx')) written.set(element, style);
      else written.delete(element);
      // The element's own `setAttribute` leads here.
      Element.prototype.setAttribute.call(element, 'style', convert(style));
    },
    resize(root, next) {
      size = next;
      for (const element of root.querySelectorAll<HTMLElement>('[style]')) {
        const style = written.get(element);
        if (style !== undefined) Element.prototype.setAttribute.call(element, 'style', convert(style));
      }
    },
  };
}
