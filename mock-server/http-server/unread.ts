/**
 * Closes the connection of a client that does not read its responses. Otherwise the server would keep them in memory
 * for ever.
 */

import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { clearInterval, setInterval } from 'node:timers';

/** Milliseconds between two checks. */
const INTERVAL = 1000;

/**
 * The number of bytes that were sent at the last check, and the time in milliseconds for which the client has not
 * reacted.
 */
interface Seen {
  sent: number;
  waited: number;
  /** The server has closed its side. A client that reads then closes its own side. */
  closed: boolean;
}

/**
 * Checks the connections of a server until the server closes. It resets a connection if the client reads nothing of a
 * waiting response, or does not react when the server closes an idle connection. (After a normal close, the operating
 * system would keep the unread responses, and the client would not notice.) While the buffers of both systems can hold
 * the responses, a client that does not read looks like one that does.
 * @param timeout maximum time in milliseconds in which a client may read nothing
 */
export function endUnread(server: Server, timeout: number): void {
  const connections = new Map<Socket, Seen>();
  const interval = Math.min(timeout, INTERVAL);
  server.on('connection', (socket: Socket) => {
    connections.set(socket, { sent: 0, waited: 0, closed: false });
    socket.once('close', () => connections.delete(socket));
  });
  // The connection was idle for too long. Without this listener, Node destroys it.
  server.on('timeout', (socket: Socket) => {
    const seen = connections.get(socket);
    if (seen === undefined || seen.closed) return;
    seen.closed = true;
    socket.end();
  });
  const timer = setInterval(() => {
    for (const [socket, seen] of connections) {
      const sent = socket.bytesWritten - socket.writableLength;
      const isStuck = seen.closed || (socket.writableLength > 0 && sent === seen.sent);
      seen.waited = isStuck ? seen.waited + interval : 0;
      seen.sent = sent;
      if (seen.waited >= timeout && !isEnding(socket)) socket.resetAndDestroy();
    }
  }, interval);
  timer.unref();
  server.once('close', () => clearInterval(timer));
}

/**
 * Whether everything is sent, but the operating system has not been told about the end yet. This lasts one turn of the
 * event loop. A reset fails during this time: libuv returns EINVAL, and the connection would stay open for ever.
 */
function isEnding(socket: Socket): boolean {
  return socket.writableEnded && socket.writableLength === 0 && !socket.writableFinished;
}
