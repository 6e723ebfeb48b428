/** `<navigator>`: a link to another page. */
import { builtIn, hoverProperties } from './define';

/** `open-type` → the API that does it. */
const ways = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
} as const;

/** An address relative to the page that holds the link, as WeChat resolves it. */
function absolute(url: string, from: string): string {
  if (url.startsWith('/')) return url;
  return new URL(url, `https://page/${from}`).href.slice('https://page'.length);
}

/** `<navigator>`: what it does goes through `wx`, and so into the log. */
export const navigator = builtIn(
  'navigator',
  {
    ...hoverProperties('navigator-hover', 50, 600),
    url: '',
    openType: 'navigate',
    delta: 1,
    target: 'self',
    appId: '',
    path: '',
  },
  (host) => {
    const { element, services } = host;
    host.hover('navigator-hover');
    host.onTap(() => {
      const { wx } = services.phone;
      const { url, openType, delta, target } = host.values;
      const answer = {
        success: (result: unknown) => host.emit('success', result),
        fail: (result: unknown) => host.emit('fail', result),
        complete: (result: unknown) => host.emit('complete', result),
      };
      if (target === 'miniProgram' || openType === 'exit') {
        services.reportOnce(`<navigator open-type="${openType}" target="${target}"> is not modelled`);
      } else if (openType === 'navigateBack') wx.navigateBack({ delta, ...answer });
      else {
        const way = ways[openType as keyof typeof ways] ?? 'navigateTo';
        const go: (option: { url: string }) => unknown = wx[way];
        go({ url: absolute(url, element.closest('wx-page')?.getAttribute('data-route') ?? ''), ...answer });
      }
    });
    return {
      render() {
        if (!element.hasAttribute('role')) element.setAttribute('role', 'link');
        element.tabIndex = 0;
      },
    };
  },
);
