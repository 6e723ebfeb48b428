/** Clients of the HTTP door that send many requests without waiting; some never read the responses. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { startHttpMock } from '../../mock-server/http';
import { endUnread } from '../../mock-server/http-door/unread';
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

test('a client that never reads is disconnected; one that reads or waits for a response is not', async () => {
  const server = createServer((request, response) => {
    if (request.url !== '/never') response.end('x'.repeat(4096));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  endUnread(server, 20);
  const { port } = server.address() as AddressInfo;
  const open = async () => {
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    const client = connect(port, '127.0.0.1');
    const [socket] = await accepted;
    return { client, socket };
  };
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
