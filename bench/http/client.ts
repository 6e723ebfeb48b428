/**
 * The load: a separate process that sends requests over kept-alive connections. It does as little as possible with the
 * answers, so that the server is measured and not the client.
 *
 * Arguments: port, path (`%` is replaced by a unique text), connections, milliseconds.
 * Prints JSON: `{ "requests": n, "ms": n, "longest": ms }`. An answer other than 200 ends it with an error.
 */
import { connect } from 'node:net';

const [port = '', path = '', connections = '', duration = ''] = process.argv.slice(2);
const OK = Buffer.from('HTTP/1.1 200');
const LENGTH = Buffer.from('ontent-');
const END = Buffer.from('\r\n\r\n');

/** Prefix that makes this run's texts different from those of other runs against the same server. */
const run = Date.now().toString(36);
let number = 0;
let requests = 0;
let longest = 0;
const start = performance.now();
const until = start + Number(duration);

const nextRequest = () => {
  number += 1;
  return `GET ${path.replace('%', `${run}-${number}`)} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`;
};

/** Length of the whole answer in bytes; 0 if its headers are not complete. */
function answerLength(bytes: Buffer): number {
  const end = bytes.indexOf(END);
  if (end < 0) return 0;
  if (bytes.compare(OK, 0, OK.length, 0, OK.length) !== 0) throw new Error(bytes.toString('latin1'));
  // The first letter of `Content-Length` may be a capital or not: search without it.
  for (let at = bytes.indexOf(LENGTH); at >= 0 && at < end; at = bytes.indexOf(LENGTH, at + 1)) {
    const line = bytes.toString('latin1', at, bytes.indexOf('\r\n', at));
    const [, length] = /^ontent-length: (\d+)/i.exec(line) ?? [];
    if (length !== undefined) return end + END.length + Number(length);
  }
  throw new Error(`an answer without a length: ${bytes.toString('latin1', 0, end)}`);
}

function ask(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.setNoDelay(true);
    let pending: Buffer | null = null;
    let sent = performance.now();
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server hung up')));
    socket.on('connect', () => socket.write(nextRequest()));
    socket.on('data', (chunk: Buffer) => {
      const bytes: Buffer = pending ? Buffer.concat([pending, chunk]) : chunk;
      const length = answerLength(bytes);
      if (length === 0 || bytes.length < length) {
        pending = bytes;
        return;
      }
      pending = null;
      requests += 1;
      const now = performance.now();
      longest = Math.max(longest, now - sent);
      if (now < until) {
        sent = now;
        socket.write(nextRequest());
      } else {
        socket.removeAllListeners('close');
        socket.destroy();
        resolve();
      }
    });
  });
}

await Promise.all(Array.from({ length: Number(connections) }, ask));
console.log(JSON.stringify({ requests, ms: performance.now() - start, longest }));
