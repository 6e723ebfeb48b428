/** Ends connections whose client does not read its answers: each would hold them in memory for ever. */

import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { clearInterval, setInterval } from 'node:timers';

/** Between two looks, in ms. */
const INTERVAL = 1000;

/**
 * Watches the connections of a server until it closes.
 * @param timeout Longest that a client may take nothing of an answer that waits, in ms.
 */
export function endUnread(server: Server, timeout: number): void {
  /** What a connection had sent at the last look, and since when (ms) it has not sent more although it should. */
  const connections = new Map<Socket, { sent: number; waited: number }>();
  const interval = Math.min(timeout, INTERVAL);
  server.on('connection', (socket: Socket) => {
    connections.set(socket, { sent: 0, waited: 0 });
    socket.once('close', () => connections.delete(socket));
  });
  const timer = setInterval(() => {
    for (const [socket, seen] of connections) {
      const sent = socket.bytesWritten - socket.writableLength;
      const isStuck = socket.writableLength > 0 && sent === seen.sent;
      seen.waited = isStuck ? seen.waited + interval : 0;
      seen.sent = sent;
      if (seen.waited >= timeout) socket.destroy();
    }
  }, interval);
  timer.unref();
  server.once('close', () => clearInterval(timer));
}
