import type { ApiRequest } from '../types';
import type { BackendDeps } from './deps';
import { single } from './params';
import { json, Refusal, type Reply } from './replies';
import { findSession } from './sessions';

/** `GET /api/index/check_3rdsession?rd3_session=`: a JSON boolean and nothing else. */
export async function check3rdSession(request: ApiRequest, deps: BackendDeps): Promise<Reply> {
  const id = single(request.query, 'rd3_session');
  if (id === null) throw new Refusal(400, 'rd3_session: missing');
  return json(200, (await findSession(id, deps)) !== null);
}
