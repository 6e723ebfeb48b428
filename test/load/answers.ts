/** Parses the bytes of an HTTP server strictly, because an HTTP client would accept malformed responses. */

/** One response. */
export interface Answer {
  status: number;
  /** Lower-case names. */
  headers: ReadonlyMap<string, string>;
  body: Buffer;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * Splits the bytes of a connection into responses. Interim ones (`100 Continue`) are left out.
 * @param methods the methods of the requests, in order: a response to HEAD has no body
 * @throws Error with the position of anything that is not a well-formed response
 */
export function parseAnswers(received: Buffer, methods: readonly string[]): Answer[] {
  const answers: Answer[] = [];
  let at = 0;
  while (at < received.length) {
    const end = received.indexOf(END_OF_HEAD, at);
    const shown = () => JSON.stringify(received.toString('latin1', at, at + 400));
    if (end < 0) throw new Error(`an answer without an end of its head: ${shown()}`);
    const [statusLine = '', ...lines] = received.toString('latin1', at, end).split('\r\n');
    const [, digits] = /^HTTP\/1\.1 (\d{3}) [A-Za-z -]+$/.exec(statusLine) ?? [];
    if (digits === undefined) throw new Error(`no status line: ${shown()}`);
    const headers = new Map<string, string>();
    for (const line of lines) {
      const [, name, value] = /^([\w-]+): (.*)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`no header: ${shown()}`);
      if (headers.has(name.toLowerCase())) throw new Error(`${name} twice: ${shown()}`);
      headers.set(name.toLowerCase(), value);
    }
    const status = Number(digits);
    const start = end + END_OF_HEAD.length;
    // A request that is refused before its method is parsed gets a body, even for HEAD. The connection ends after it.
    const isHead = methods[answers.length] === 'HEAD' && !headers.has('content-length');
    const bodiless = status < 200 || status === 204 || isHead;
    const length = bodiless ? 0 : Number(headers.get('content-length') ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`an answer of unknown length: ${shown()}`);
    if (start + length > received.length) throw new Error(`an answer shorter than it says: ${shown()}`);
    if (status >= 200) answers.push({ status, headers, body: received.subarray(start, start + length) });
    at = start + length;
  }
  return answers;
}
