/** Converts the `style` attributes of a mini-program: `rpx` lengths, and local pictures, which WeChat does not load. */
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

/** Creates the inline styles of one stage. @param report called with the reason why a picture is not shown */
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
      // The element's own `setAttribute` calls this method (backend.ts).
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
