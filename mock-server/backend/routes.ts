/** The backend's route table: `(request, deps) → response`. It imports neither MSW nor node:http. */
import { StoreUnavailable } from '../store/unavailable';
import type { ApiRequest } from '../types';
import { AVATARS_PATH, serveAvatar } from './avatars';
import { bindPhone } from './bind-phone';
import { check3rdSession } from './check-session';
import type { BackendDeps } from './deps';
import { logout } from './logout';
import { onlogin } from './onlogin';
import { failure, Refusal, type Reply, storeUnavailable } from './replies';
import { setUserInfo } from './set-user-info';
import { userInfo } from './user-info-route';

/** Maximum size of a request body: 1 MiB. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** Path of the contract's endpoints. */
export const API_PATH = '/api/index/';

type Serve = (request: ApiRequest, deps: BackendDeps) => Promise<Reply>;

interface Route {
  /** The first one is the endpoint's own method. HEAD is allowed only if a request changes nothing. */
  methods: readonly string[];
  serve: Serve;
}

const routes = new Map<string, Route>([
  [`${API_PATH}onlogin`, { methods: ['GET'], serve: onlogin }],
  [`${API_PATH}check_3rdsession`, { methods: ['GET', 'HEAD'], serve: check3rdSession }],
  [`${API_PATH}setuserinfo`, { methods: ['POST'], serve: setUserInfo }],
  [`${API_PATH}bindphone`, { methods: ['POST'], serve: bindPhone }],
  [`${API_PATH}logout`, { methods: ['POST'], serve: logout }],
  [`${API_PATH}userinfo`, { methods: ['GET', 'HEAD'], serve: userInfo }],
]);
const avatars: Route = { methods: ['GET', 'HEAD'], serve: serveAvatar };

/** `GET /api/index/onlogin` … */
export const endpointNames: readonly string[] = [...routes].map(
  ([path, { methods }]) => `${methods[0]} ${path}`,
);

const ENDPOINTS = endpointNames.join(', ');

/** The response to a body larger than `MAX_BODY_BYTES`. A server may send it before it has read the whole body. */
const tooLarge = (): Reply => failure(413, 'body: larger than 1 MiB');

/** Answers a request. A refusal is a response, too. It rejects only because of a bug. */
export async function serve(request: ApiRequest, deps: BackendDeps): Promise<Reply> {
  const { method, path } = request;
  const route = routes.get(path) ?? (path.startsWith(AVATARS_PATH) ? avatars : null);
  if (route === null) {
    return failure(404, `${method} ${path.slice(0, 100)}: no such route. There are: ${ENDPOINTS}`);
  }
  if (!route.methods.includes(method)) {
    const allow = [...route.methods, 'OPTIONS'].join(', ');
    if (method === 'OPTIONS') return { status: 204, headers: { allow }, body: '' };
    return failure(405, `${path} takes ${route.methods[0]}, not ${method}`, { headers: { allow } });
  }
  if (request.body && request.body.byteLength > MAX_BODY_BYTES) return tooLarge();
  try {
    const reply = await route.serve(request, deps);
    return method === 'HEAD' ? { ...reply, body: '' } : reply;
  } catch (error) {
    if (error instanceof Refusal) {
      const { status, message, errcode, field } = error;
      return failure(status, message, {
        ...(errcode === undefined ? {} : { errcode }),
        ...(field === undefined ? {} : { field }),
      });
    }
    if (error instanceof StoreUnavailable) return storeUnavailable();
    throw error;
  }
}
