/** Clients of the HTTP door that send many requests without waiting; some never read the responses. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { startHttpMock } from '../../mock-server/http';
import { endUnread } from '../../mock-server/http-server/unread';
import { raw, requestText } from './raw-http';

const next = requestText('GET /__mock__/page.css HTTP/1.1', { connection: 'keep-alive' });
const last = requestText('GET /__mock__/page.css HTTP/1.1');

test('300 requests on each of 20 connections for the control page are answered', async () => {
  const mock = await startHttpMock({ port: 0 });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => raw(mock.port, next.repeat(299) + last)),
  );
  expect(answers.map((answer) => answer.split('HTTP/1.1 200').length - 1)).toEqual(Array(20).fill(300));
  await mock.close();
}, 180_000);

/** A server whose idle connections end after `idle` ms, and that waits `timeout` ms for clients that read nothing. */
async function startServer(idle: number, timeout: number) {
  const server = createServer({ keepAliveTimeout: idle }, (request, response) => {
    if (request.url !== '/never') response.end('x'.repeat(4096));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  endUnread(server, timeout);
  const { port } = server.address() as AddressInfo;
  const open = async () => {
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    const client = connect(port, '127.0.0.1');
    const [socket] = await accepted;
    return { client, socket };
  };
  return { server, port, open };
}

test('an idle connection is cut off if its client reads nothing; a client that reads receives everything', async () => {
  const { server, open } = await startServer(1, 20);
  const [reads, unread] = [await open(), await open()];
  unread.client.pause();
  // More than the client's receive buffer, less than the buffers of both sides: for the server everything is sent.
  for (const { client } of [reads, unread]) client.write(next.repeat(200));
  const received = (client: Socket) => {
    client.resume();
    return once(client, 'close').then(() => client.bytesRead);
  };
  const all = await received(reads.client);
  expect(all).toBeGreaterThan(200 * 4096);
  await once(unread.socket, 'close');
  // If the server closed the connection without a reset, the client would still receive these bytes.
  expect(await received(unread.client)).toBeLessThan(all);
  server.close();
  await once(server, 'close');
});

test('a connection that is closing is reset by a later check, because Node refuses a reset at that moment', async () => {
  const { server, open } = await startServer(5000, 1);
  const { socket } = await open();
  const closed = once(socket, 'close');
  // Run the check after the end of the connection, and before the system reports the end.
  await new Promise<void>((done) => setImmediate(done));
  server.emit('timeout', socket);
  const end = performance.now() + 5;
  while (performance.now() < end);
  await closed;
  expect(socket.errored).toBeNull();
  server.close();
  await once(server, 'close');
});

test('a client that never reads is disconnected; one that reads or waits for a response is not', async () => {
  const { server, port, open } = await startServer(5000, 20);
  const waiting = await open();
  waiting.client.write(requestText('GET /never HTTP/1.1', { connection: 'keep-alive' }));
  const unread = await open();
  unread.client.pause();
  // More than the buffers of both sides can hold.
  unread.client.write(next.repeat(20_000));
  await once(unread.socket, 'close');
  expect((await raw(port, next.repeat(50) + last)).split('HTTP/1.1 200')).toHaveLength(52);
  expect(waiting.socket.destroyed).toBe(false);
  waiting.client.destroy();
  unread.client.destroy();
  server.close();
  await once(server, 'close');
}, 180_000);
