import type { ApiRequest } from '../types';
import type { BackendDeps } from './deps';
import { json, type Reply } from './replies';
import { findSession, sessionIdOf } from './sessions';

/** `GET /api/index/check_3rdsession?rd3_session=`: the body is a JSON boolean. */
export async function check3rdSession(request: ApiRequest, deps: BackendDeps): Promise<Reply> {
  return json(200, (await findSession(sessionIdOf(request, request.query), deps)) !== null);
}
