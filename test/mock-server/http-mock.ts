/** One HTTP mock for all tests of a file, with short time limits. */
import { type HttpMock, startHttpMock } from '../../mock-server/http';

/** The shared mock. */
interface SharedMock {
  readonly origin: string;
  readonly port: number;
  /** Fails unless the mock still answers. */
  expectAlive(): Promise<void>;
}

/** Path of a request that every mock answers with 200 and `false`. */
export const CHECK = '/api/index/check_3rdsession?rd3_session=x';

/** Status of a raw response; NaN if it is not HTTP. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

/** Registers the hooks. Call it at the top of a test file. */
export function useHttpMock(): SharedMock {
  let mock: HttpMock;
  beforeAll(async () => {
    mock = await startHttpMock({ port: 0, requestTimeout: 100, closeGrace: 0 });
  });
  afterAll(() => mock.close());
  return {
    get origin() {
      return mock.origin;
    },
    get port() {
      return mock.port;
    },
    async expectAlive() {
      expect(await (await fetch(mock.origin + CHECK)).text()).toBe('false');
    },
  };
}
