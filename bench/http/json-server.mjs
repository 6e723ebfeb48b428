/** A peer: json-server with the same answers, except that it cannot answer a bare boolean. */
import jsonServer from 'json-server';
import { serving } from './serving.ts';

const app = jsonServer.create();
app.use(
  jsonServer.router({
    onlogin: { rd3_session: 'vJ3hQ0yq5ZK8mT1wXo4bRu7cNs2dPf6e', user_info: null },
    check_3rdsession: { value: true },
  }),
);
const server = app.listen(0, '127.0.0.1', () => serving(server.address().port));
