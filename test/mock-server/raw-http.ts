import { connect } from 'node:net';

/** Writes `chunks` to a port as they are, and returns all that comes back until the other side hangs up. */
export function raw(port: number, ...chunks: (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      received += chunk;
    });
    // A server that hangs up while we still write is an end like any other.
    socket.on('error', () => {});
    socket.on('close', () => resolve(received));
    socket.on('connectionAttemptFailed', reject);
    for (const chunk of chunks) socket.write(chunk);
  });
}

/** A request that asks for the connection to be closed after the answer. */
export const requestText = (line: string, headers: Record<string, string> = {}, body = '') =>
  [
    line,
    ...Object.entries({ host: '127.0.0.1', connection: 'close', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    '',
    body,
  ].join('\r\n');
