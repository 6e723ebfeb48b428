/** The message for a request that no handler matches, and a handler to copy. */

/** The text as a JavaScript string literal in single quotes. */
const quoted = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

/**
 * The code of a handler that would answer the request, for `handlers` of phone.config.ts.
 * @param url Absolute. MSW ignores the query, so the handler has none.
 */
function handlerFor(method: string, url: string): string {
  const { origin, pathname } = new URL(url);
  const known = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
  const name = known.includes(method.toLowerCase()) ? method.toLowerCase() : 'all';
  return `http.${name}(${quoted(origin + pathname)}, () => HttpResponse.json({})),`;
}

/** The log message: the whole address, and the handler. */
export const unansweredMessage = (method: string, url: string): string =>
  `No handler matches ${method} ${url}: the request was not sent. A handler for phone.config.ts:\n  ${handlerFor(method, url)}`;
