/** Reads what an HTTP server sent, byte by byte: no client's leniency hides a malformed answer. */

/** One answer as it came. */
export interface Answer {
  status: number;
  /** Lower-case names. */
  headers: ReadonlyMap<string, string>;
  body: Buffer;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * Splits what a connection brought into answers. Interim ones (`100 Continue`) are left out.
 * @param methods The methods of the requests that were sent, in order: an answer to HEAD has no body.
 * @throws Error that shows the place for anything that is no well-formed answer.
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
    // What is refused before its method is known has a body even when it was HEAD; the connection ends after it.
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
