/** A peer: MSW's handlers in Express, with @mswjs/http-middleware. */
import { createServer } from '@mswjs/http-middleware';
import { HttpResponse, http } from 'msw';
import { serving } from './serving.ts';

const app = createServer(
  http.get('/api/index/onlogin', () =>
    HttpResponse.json({ rd3_session: 'vJ3hQ0yq5ZK8mT1wXo4bRu7cNs2dPf6e', user_info: null }),
  ),
  http.get('/api/index/check_3rdsession', () => HttpResponse.json(true)),
);
const server = app.listen(0, '127.0.0.1', () => serving(server.address().port));
