/** The measured server: the mock, as started by `npm run mock`. */
import { startHttpMock } from '../../mock-server/http';
import { serving } from './serving';

const mock = await startHttpMock({ port: 0 });
serving(mock.port);
