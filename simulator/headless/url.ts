/** Parses the addresses of pages. */
import { urlFields } from '../sources/url-fields';

/** The route and the query of an address. */
interface Address {
  readonly route: string;
  readonly query: Record<string, string>;
}

/** Parses an address from the root, as users and scenes write it. Values are not decoded, as in WeChat. */
export function parseUrl(url: string): Address {
  const [path = '', ...rest] = url.split('?');
  const query: Record<string, string> = {};
  for (const pair of rest.join('?').split('&')) {
    if (pair === '') continue;
    const [name = '', ...value] = pair.split('=');
    query[name] = value.join('=');
  }
  return { route: routeOf(path, ''), query };
}

/**
 * Parses an address for `wx.navigateTo` and the other functions of navigation. A relative address starts from the top
 * page. The base library cuts the address at a second `?`, and reads the fields as `urlFields` does (2.8.2,
 * `encodeUrlQuery`; developers.weixin.qq.com/community/develop/doc/0004e8d93c4c080eddc36298661800: WeChat will not
 * change this).
 */
export function parseNavigation(url: string, from: string): Address {
  const [path = '', query = ''] = url.split('?');
  return { route: routeOf(path, from), query: urlFields(query) };
}

/** Only `..` at the beginning means the parent folder, which must exist. */
function routeOf(path: string, from: string): string {
  const written = path.replace(/\.html$/, '');
  if (written.startsWith('/')) return written.slice(1);
  const parts = written.replace(/^(\.\/)+/, '').split('/');
  const folders = from.split('/').slice(0, -1);
  while (parts[0] === '..' && folders.length > 0) {
    parts.shift();
    folders.pop();
  }
  return [...folders, ...parts].join('/');
}
