/**
 * `<page-meta>`: style and font sizes of its page. The value `system` stands for the font size that the user chose in
 * WeChat (miniprogram/dev/component/page-meta.html). For attributes that are not modelled, simulator/wxml/page-meta.ts
 * reports a warning.
 */
import { fontSizeOf } from '../../../simulator/phone/font-size';
import { compareVersions } from '../../../simulator/phone/version';
import { builtIn } from './define';

/** The first base library with `system` and with `page-font-size`. */
const SYSTEM_SINCE = '2.11.0';
/** The first base library with `<page-meta>`. */
const SINCE = '2.9.0';

/** `<page-meta>`: applies its properties to the enclosing page. */
export const pageMeta = builtIn(
  'page-meta',
  { pageStyle: '', pageFontSize: '', rootFontSize: '' },
  (host) => {
    const { element, services } = host;
    const { phone, reportOnce, setStyle, setRootFontSize } = services;
    const since = (version: string): boolean => compareVersions(phone.sdkVersion, version) >= 0;
    const probe = document.createElement('span');

    /** The length in px; empty if `value` is not a length. */
    function lengthOf(value: string): string {
      if (value !== 'system') {
        setStyle(probe, `font-size: ${value}`);
        return probe.style.fontSize;
      }
      if (since(SYSTEM_SINCE)) return `${fontSizeOf(phone.device).setting}px`;
      reportOnce(`<page-meta>: "system" has no effect before base library ${SYSTEM_SINCE}`);
      return '';
    }

    return {
      render() {
        const page = element.closest<HTMLElement>('wx-page');
        if (page === null) return;
        if (!since(SINCE)) {
          reportOnce(`<page-meta> is not known before base library ${SINCE}`);
          return;
        }
        const { pageStyle, pageFontSize, rootFontSize } = host.values;
        const size = since(SYSTEM_SINCE) ? lengthOf(pageFontSize) : '';
        setStyle(page, `${pageStyle}${size === '' ? '' : `; font-size: ${size}`}`);
        setRootFontSize(page, lengthOf(rootFontSize));
      },
    };
  },
);
