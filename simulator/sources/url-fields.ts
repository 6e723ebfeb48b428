/** Parses the fields of a query as WeChat's base library does. */

/**
 * Name → value. Neither is decoded. The text after a second `=` is lost, and a name without `=` has the value
 * "undefined" (2.8.2, `encodeUrlQuery`).
 * @param query The text after the `?`.
 */
export function urlFields(query: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const pair of query.split('&')) {
    const [name = '', value = 'undefined'] = pair.split('=');
    if (pair !== '') fields[name] = value;
  }
  return fields;
}
