/** A peer: node:http with constant answers and the mock's headers. It is the lower limit of the time. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serving } from './serving';

const headers = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'origin',
};

const server = createServer((request, response) => {
  const body = JSON.stringify(
    request.url?.startsWith('/api/index/onlogin')
      ? { rd3_session: 'vJ3hQ0yq5ZK8mT1wXo4bRu7cNs2dPf6e', user_info: null }
      : true,
  );
  response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => serving((server.address() as AddressInfo).port));
