/** Bad input over a real socket. `npm run soak:http` sends more of it. */
import { sendGenerated } from './generated';
import { type Server, startServer } from './server';

jest.setTimeout(120_000);

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test('1500 generated connections: each gets a valid response, no bug, no memory growth', async () => {
  await sendGenerated(server, { connections: 500, seed: 1 });
  const before = await server.memory();
  const statuses = await sendGenerated(server, { connections: 1000, seed: 2 });
  expect(await server.memory()).toBeLessThan(before + 8e6);
  // The requests covered every status of success and refusal.
  expect([...statuses.keys()]).toEqual(
    expect.arrayContaining([200, 204, 400, 401, 403, 404, 405, 408, 413, 417, 431]),
  );
});
