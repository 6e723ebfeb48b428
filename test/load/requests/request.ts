/** Complete requests that Node's HTTP parser accepts, so that the mock itself has to find their errors. */
import fc from 'fast-check';
import { jsonText } from './json';
import { multipart } from './multipart';
import { bytesOf, CODE, fields, hostileText, SESSION } from './text';

/** A request, in parts. */
export interface RequestParts {
  method: string;
  target: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: string;
}

/** The bytes of the request. */
export function textOf({ method, target, headers, body }: RequestParts, { close = true } = {}): string {
  const all = [
    ...(headers.some(([name]) => name.toLowerCase() === 'host') ? [] : [['host', '127.0.0.1']]),
    ...headers,
    ...(body === '' && method !== 'POST' ? [] : [['content-length', String(body.length)]]),
    ['connection', close ? 'close' : 'keep-alive'],
  ];
  return `${method} ${target} HTTP/1.1\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

const ENDPOINTS = ['/api/index/onlogin', '/api/index/check_3rdsession', '/api/index/setuserinfo'];
const CONTROL = [
  '/__mock__/',
  '/__mock__/state',
  '/__mock__/scenario',
  '/__mock__/expire',
  '/__mock__/page.js',
];
const NOWHERE = [
  ...['/avatars/../package.json', '/avatars/..%2f..%2fpackage.json', '/avatars/%2e%2e/%2e%2e/etc/passwd'],
  ...[
    '/__mock__/../package.json',
    '/__mock__/..%5c..%5cpackage.json',
    '/__mock__/__proto__',
    '/__mock__/constructor',
  ],
  ...[
    '//evil.example/x',
    '/\\evil.example',
    'http://evil.example/',
    '/%',
    '/%00',
    '/./././',
    '/;/',
    '/api/index/',
  ],
  ...[
    '/api/index/__proto__',
    '/api/index/onlogin/',
    '/API/INDEX/ONLOGIN',
    '/api/index/onlogin%20',
    '/favicon.ico',
  ],
  ...[
    '/api/index/onlogin%0d%0aset-cookie:%20a=b',
    `/avatars/${'a'.repeat(300)}.png`,
    '/avatars/wechat-lin.png',
  ],
];

/** Characters that Node's parser accepts in a request line. */
const targetText = hostileText.map((text) =>
  bytesOf(text)
    .replace(/[^\x21-\x7e\x80-\xff]/g, '')
    .slice(0, 2000),
);

const path = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ENDPOINTS) },
  { weight: 2, arbitrary: fc.constantFrom(...CONTROL) },
  { weight: 3, arbitrary: fc.constantFrom(...NOWHERE) },
  { weight: 1, arbitrary: targetText.map((text) => `/${text}`) },
);

const query = fc.option(fields('code', 'rd3_session', 'info_json', 'name'), { nil: '', freq: 4 });

const target = fc
  .tuple(path, query)
  .map(([before, after]) => before + (after === '' ? '' : `?${after.replace(/[^\x21-\x7e\x80-\xff]/g, '')}`));

const headerValue = hostileText.map((text) =>
  bytesOf(text)
    .replace(/[^\x20-\x7e\x80-\xff]/g, '')
    .slice(0, 2000),
);

const header: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.tuple(
    fc.constant('x-mock-scenario'),
    fc.oneof(fc.constantFrom('member', 'returning', 'nope'), headerValue),
  ),
  fc.tuple(
    fc.constantFrom('content-type', 'accept', 'cookie', 'x-forwarded-host', 'if-none-match', '__proto__'),
    headerValue,
  ),
  fc.tuple(
    fc.constant('origin'),
    fc.constantFrom('http://localhost:5173', 'null', 'https://servicewechat.com'),
  ),
  fc.constantFrom(
    ['expect', '100-continue'] as const,
    ['expect', 'the unexpected'] as const,
    ['access-control-request-method', 'POST'] as const,
    ['sec-fetch-site', 'cross-site'] as const,
    ['range', 'bytes=0-1'] as const,
    ['accept-encoding', 'gzip'] as const,
  ),
);

const method = fc.oneof(
  { weight: 6, arbitrary: fc.constant('GET') },
  { weight: 1, arbitrary: fc.constantFrom('HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND', 'TRACE') },
);

/** A request without a body, or with a body that the route does not expect. */
const plain: fc.Arbitrary<RequestParts> = fc.record({
  method,
  target,
  headers: fc.array(header, { maxLength: 3 }),
  body: fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 1, arbitrary: headerValue }),
});

const FORM = 'application/x-www-form-urlencoded';

/** A request to `setuserinfo`: valid and invalid bodies with valid and invalid field names. */
const save: fc.Arbitrary<RequestParts> = fc
  .oneof(
    jsonText.map((json) => ({
      type: FORM,
      body: `rd3_session=${SESSION}&info_json=${encodeURIComponent(Buffer.from(json, 'latin1').toString())}`,
    })),
    fields('rd3_session', 'info_json', 'rawData', 'signature', 'encryptedData', 'iv', 'avatar').map(
      (body) => ({
        type: FORM,
        body,
      }),
    ),
    multipart,
    jsonText.map((body) => ({ type: 'application/json', body })),
    fc.tuple(headerValue, jsonText).map(([type, body]) => ({ type, body })),
    fc.constant({ type: FORM, body: 'x'.repeat(1024 * 1024 + 1) }),
  )
  .map(({ type, body }) => ({
    method: 'POST',
    target: '/api/index/setuserinfo',
    headers: [['content-type', type]] as const,
    body,
  }));

/** A request to the control page. Not `reset`: it would end the sessions of other requests. */
const control: fc.Arbitrary<RequestParts> = fc
  .tuple(
    fc.constantFrom('/__mock__/scenario', '/__mock__/state', '/__mock__/nope'),
    jsonText,
    fc.array(header, { maxLength: 2 }),
  )
  .map(([at, body, headers]) => ({ method: 'POST', target: at, headers, body }));

/** Valid logins and checks: they keep live sessions available. */
const right: fc.Arbitrary<RequestParts> = fc
  .constantFrom(`/api/index/onlogin?code=${CODE}`, `/api/index/check_3rdsession?rd3_session=${SESSION}`)
  .map((at) => ({ method: 'GET', target: at, headers: [], body: '' }));

/** Node's parser accepts a head of at most 16 KiB. Larger heads are part of `noise`. */
const fits = (parts: RequestParts) => textOf({ ...parts, body: '' }).length < 15_000;

/** Any of these requests. */
export const request: fc.Arbitrary<RequestParts> = fc
  .oneof(
    { weight: 6, arbitrary: plain },
    { weight: 6, arbitrary: save },
    { weight: 1, arbitrary: control },
    { weight: 1, arbitrary: right },
  )
  .filter(fits);
