/** A page's address, as `wx.navigateTo` takes it. */

/** Route and query of `url`; a relative one starts from `from`. Values are left as they are: WeChat decodes nothing. */
export function parseUrl(url: string, from: string): { route: string; query: Record<string, string> } {
  const [path = '', ...rest] = url.split('?');
  const query: Record<string, string> = {};
  for (const pair of rest.join('?').split('&')) {
    if (pair === '') continue;
    const [name = '', ...value] = pair.split('=');
    query[name] = value.join('=');
  }
  return { route: resolveRoute(path.replace(/\.html$/, ''), from), query };
}

function resolveRoute(path: string, from: string): string {
  if (path.startsWith('/')) return path.slice(1);
  // Without a dot it may be meant from the root; WeChat takes it as relative to the page.
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
