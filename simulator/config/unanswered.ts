/** A request without a handler: the message for it, and a handler to copy. */

/** A text as JavaScript writes it, in single quotes. */
const quoted = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

/**
 * The handler that would answer the request, for `handlers` of phone.config.ts.
 * @param url Absolute. MSW does not look at the query, so the handler has none.
 */
export function handlerFor(method: string, url: string): string {
  const { origin, pathname } = new URL(url);
  const known = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
  const name = known.includes(method.toLowerCase()) ? method.toLowerCase() : 'all';
  return `http.${name}(${quoted(origin + pathname)}, () => HttpResponse.json({})),`;
}

/** The sentence for the log: the whole address, and the handler. */
export const unansweredMessage = (method: string, url: string): string =>
  `No handler matches ${method} ${url}: the request was not sent. A handler for phone.config.ts:\n  ${handlerFor(method, url)}`;
