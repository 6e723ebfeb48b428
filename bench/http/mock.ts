/** The mock, as `npm run mock` starts it. */
import { startHttpMock } from '../../mock-server/http';
import { serving } from './serving';

const mock = await startHttpMock({ port: 0 });
serving(mock.port);
