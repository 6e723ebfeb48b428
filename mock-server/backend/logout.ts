import type { ApiRequest } from '../types';
import type { BackendDeps } from './deps';
import { readFields } from './form';
import { json, type Reply } from './replies';
import { sessionIdOf } from './sessions';

/** `POST /api/index/logout`: ends the session. If it has already ended, that is no error. */
export async function logout(request: ApiRequest, deps: BackendDeps): Promise<Reply> {
  const id = sessionIdOf(request, await readFields(request));
  await deps.store.deleteSession(id);
  return json(200, { code: 1, msg: 'ok' });
}
