import { connect } from 'node:net';

/** Writes `chunks` to a port unchanged. Returns everything received until the server closes the connection. */
export function raw(port: number, ...chunks: (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      received += chunk;
    });
    // A reset by the server while the test is still writing counts as a normal end.
    socket.on('error', () => {});
    socket.on('close', () => resolve(received));
    socket.on('connectionAttemptFailed', reject);
    for (const chunk of chunks) socket.write(chunk);
  });
}

/** A request with `connection: close`. */
export const requestText = (line: string, headers: Record<string, string> = {}, body = '') =>
  [
    line,
    ...Object.entries({ host: '127.0.0.1', connection: 'close', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    '',
    body,
  ].join('\r\n');
