/** A page's address. */
import { urlFields } from '../url-fields';

/** Where an address leads. */
export interface Address {
  readonly route: string;
  readonly query: Record<string, string>;
}

/** An address as a person or a scene writes it, from the root. Values are left as they are: WeChat decodes nothing. */
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
 * An address as `wx.navigateTo` and its kin take it; a relative one starts from the page on top. The base library cuts it at
 * a second `?`, and reads the fields as `urlFields` does (2.8.2, `encodeUrlQuery`;
 * developers.weixin.qq.com/community/develop/doc/0004e8d93c4c080eddc36298661800: it will stay so).
 */
export function parseNavigation(url: string, from: string): Address {
  const [path = '', query = ''] = url.split('?');
  return { route: routeOf(path, from), query: urlFields(query) };
}

/** Only the `..` at its beginning mean the folder above, and there must be one. */
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
