/**
 * Converts the `style` attributes of a mini-program: `rpx` lengths become px, and URLs of local pictures are removed,
 * because WeChat does not load them.
 */
import { localUrlMessage, withoutLocalUrls } from '../../vite/program/wxss/local-urls';
import { fillRpx, type RpxScreen } from '../../vite/program/wxss/rpx';
import { convertValue } from '../../vite/program/wxss/values';

/** The inline styles of one stage. */
export interface InlineStyles {
  /** Sets the attribute, converted for a browser and for this device. */
  set(element: HTMLElement, style: string): void;
  /** Converts the styles below `root` again, for another device. */
  resize(root: HTMLElement, screen: RpxScreen): void;
}

/** Creates the inline styles of one stage. @param report called with the reason why a picture does not appear */
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
      // Call the native method: backend.ts replaces the element's own `setAttribute` by one that calls this function.
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
