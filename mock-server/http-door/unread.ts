/** Ends connections whose client does not read its answers: each would hold them in memory for ever. */

import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { clearInterval, setInterval } from 'node:timers';

/** Between two looks, in ms. */
const INTERVAL = 1000;

/** What a connection had sent at the last look, and since when (ms) the client has not done what it should. */
interface Seen {
  sent: number;
  waited: number;
  /** The server has closed its side. A client that reads closes its own. */
  closed: boolean;
}

/**
 * Watches the connections of a server until it closes. A connection is reset when its client takes nothing of an answer
 * that waits, and when it does not react to the end of an idle connection: the system would keep the answers of a
 * connection that is merely closed, and the client would not learn of its end. As long as the buffers of both systems
 * hold the answers, a client that goes on asking without reading looks like one that reads.
 * @param timeout Longest that a client may take nothing, in ms.
 */
export function endUnread(server: Server, timeout: number): void {
  const connections = new Map<Socket, Seen>();
  const interval = Math.min(timeout, INTERVAL);
  server.on('connection', (socket: Socket) => {
    connections.set(socket, { sent: 0, waited: 0, closed: false });
    socket.once('close', () => connections.delete(socket));
  });
  // An idle connection whose time is over; without this listener Node destroys it.
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
 * Whether everything is sent and the system does not know of the end yet, which takes one turn of the event loop. A
 * reset fails during this time: libuv answers EINVAL, and the connection would stay open without an owner.
 */
function isEnding(socket: Socket): boolean {
  return socket.writableEnded && socket.writableLength === 0 && !socket.writableFinished;
}
