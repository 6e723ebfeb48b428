/** The backend's route table: `(request, deps) → answer`. It imports neither MSW nor node:http. */
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

/** Bytes that a request body may have: 1 MiB. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** Where the contract's endpoints are. */
export const API_PATH = '/api/index/';

type Serve = (request: ApiRequest, deps: BackendDeps) => Promise<Reply>;

interface Route {
  /** The first one is the endpoint's own. HEAD is listed only where looking has no consequence. */
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

/** The answer to a body that is larger than `MAX_BODY_BYTES`, for doors that see it coming. */
export const tooLarge = (): Reply => failure(413, 'body: larger than 1 MiB');

/** Answers one request. What must be refused is answered, too; it rejects only when there is a bug. */
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
