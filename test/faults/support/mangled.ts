/** Wrong responses: per fault and per endpoint. */
import type { Endpoint, Fault } from '../../../mock-server/types';
import type { FaultId } from '../matrix/faults';

const STATUS_TEXTS: Readonly<Record<string, string>> = {
  '400': 'info_json.nickName: expected 1 to 32 characters',
  '401': 'rd3_session: unknown or expired; log in again',
  '403': 'this account is not let in',
  '429': 'too often; try again in a minute',
  '502': 'WeChat cannot be reached; try again',
};

const BODIES: Readonly<Record<'truncated' | 'malformed' | 'wrong-types' | 'null', Record<Endpoint, string>>> =
  {
    truncated: {
      onlogin: '{"rd3_session":"',
      check_3rdsession: 'tru',
      setuserinfo: '{"code":1,"msg":"ok","user_info":{"nickName":"林',
      userinfo: '{"code":1,"msg":"ok","user_info":{"nick',
      bindphone: '{"code":1,"msg":"ok","phone":"138',
      logout: '{"code":1',
    },
    malformed: {
      onlogin: "{rd3_session: 'abc'}",
      check_3rdsession: '<p>true</p>',
      setuserinfo: '<br />\n<b>Warning</b>: Undefined variable $user_info',
      userinfo: '<p>user</p>',
      bindphone: '<p>phone</p>',
      logout: '<p>ok</p>',
    },
    'wrong-types': {
      onlogin: '{"rd3_session":{"id":7},"user_info":"林小满"}',
      check_3rdsession: '"true"',
      setuserinfo: '{"code":"1","msg":[],"user_info":["林小满"]}',
      userinfo: '{"code":"1","user_info":7}',
      bindphone: '{"code":"1","phone":13800000000}',
      logout: '{"code":"1","msg":[]}',
    },
    null: {
      onlogin: 'null',
      check_3rdsession: 'null',
      setuserinfo: 'null',
      userinfo: 'null',
      bindphone: 'null',
      logout: 'null',
    },
  };

/** The mock server's fault for a fault of the matrix; null if the server is not involved. */
export function serverFault(fault: FaultId, on: Endpoint): Fault | null {
  switch (fault) {
    case 'cut-before':
    case 'cut-after':
      return { on, kind: fault };
    case 'left':
      return { on, kind: 'cut-after' };
    case 'timeout':
      return { on, kind: 'hang' };
    case 'slow':
      return { on, kind: 'delay', ms: 3000 };
    case '500': {
      const body = '<!DOCTYPE html><html><body><h1>500 Internal Server Error</h1></body></html>';
      return { on, kind: 'respond', status: 500, contentType: 'text/html; charset=utf-8', body };
    }
    case '400':
    case '401':
    case '403':
    case '429':
    case '502': {
      const body = JSON.stringify({ code: 0, msg: STATUS_TEXTS[fault] });
      return { on, kind: 'respond', status: Number(fault), contentType: 'application/json', body };
    }
    case 'truncated':
    case 'malformed':
    case 'wrong-types':
    case 'null':
      return { on, kind: 'mangle', body: BODIES[fault][on] };
    default:
      return null;
  }
}

/** Changes the types of an answer's fields: strings become numbers, objects become strings. */
export function withWrongTypes(answer: unknown): Record<string, unknown> {
  const entries = Object.entries(Object(answer) as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      name === 'errMsg'
        ? value
        : typeof value === 'object' && value !== null
          ? String(value)
          : { was: typeof value },
    ]),
  );
}
