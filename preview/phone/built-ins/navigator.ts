/** `<navigator>`: a link to another page. */
import { navigatorWay } from '../../../simulator/built-ins/navigator-way';
import { builtIn, hoverProperties } from './define';

/** `<navigator>`: calls the navigation APIs of `wx`, so that the log contains these calls. */
export const navigator = builtIn(
  'navigator',
  {
    ...hoverProperties('navigator-hover', 50, 600),
    url: '',
    openType: 'navigate',
    delta: 1,
    redirect: false,
    target: 'self',
    appId: '',
    path: '',
  },
  (host) => {
    const { element, services } = host;
    host.hover('navigator-hover');
    host.onTap(() => {
      const { wx } = services.phone;
      const way = navigatorWay(host.values);
      if ('nothing' in way) {
        services.reportOnce(way.nothing);
        return;
      }
      // WeChat fires `bindfail` only for other mini-programs: write the failure in the log instead.
      const fail = ({ errMsg }: { errMsg: string }) =>
        services.reportOnce(`<navigator url="${host.values.url}"> fails: ${errMsg}`);
      if (way.api === 'navigateBack') wx.navigateBack({ delta: way.delta, fail });
      else {
        const go: (option: { url: string; fail: typeof fail }) => unknown = wx[way.api];
        go({ url: way.url, fail });
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
