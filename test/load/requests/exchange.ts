/** All kinds of generated connections, from valid requests to noise. */
import fc from 'fast-check';
import type { Exchange } from '../types';
import { type RequestParts, request, textOf } from './request';

/** One complete request with one response. */
const ordinary: fc.Arbitrary<Exchange> = request.map((parts) => ({
  kind: 'a request',
  chunks: [textOf(parts)],
  ending: 'listen',
  methods: [parts.method],
  answers: [1, 1],
}));

/** True if the request reaches the mock: Node refuses some requests earlier and closes the connection. */
const isForTheMock = ({ target, headers }: RequestParts) =>
  /^[\x21-\x7e]+$/.test(target) && headers.every(([name]) => name !== 'expect');

/** A request from a page of another site, or to this machine under another host name (DNS rebinding). */
const foreign: fc.Arbitrary<Exchange> = fc
  .tuple(
    request.filter(isForTheMock),
    fc.constantFrom(
      ['origin', 'https://evil.example'] as const,
      ['origin', 'http://localhost.evil.example'] as const,
      ['origin', 'http://127.0.0.1@evil.example'] as const,
      ['host', 'evil.example'] as const,
      ['host', '127.0.0.1.evil.example:3000'] as const,
      ['host', 'evil.example#127.0.0.1'] as const,
      ['host', ''] as const,
    ),
  )
  .map(([parts, [name, value]]) => {
    const headers = parts.headers.filter(([other]) => other !== name);
    return {
      kind: `foreign ${name}`,
      chunks: [textOf({ ...parts, headers: [...headers, [name, value]] })],
      ending: 'listen',
      methods: [parts.method],
      answers: [1, 1],
      statuses: [403],
    };
  });

/** Several requests without waiting: as many responses, in order. */
const pipelined: fc.Arbitrary<Exchange> = fc
  .array(
    request.filter((parts) => isForTheMock(parts) && parts.body.length < 10_000),
    { minLength: 2, maxLength: 8 },
  )
  .map((all) => ({
    kind: 'pipelined',
    chunks: [all.map((parts, i) => textOf(parts, { close: i === all.length - 1 })).join('')],
    ending: 'listen',
    methods: all.map(({ method }) => method),
    answers: [all.length, all.length],
  }));

/** A request in small pieces. */
const piecemeal: fc.Arbitrary<Exchange> = fc
  .tuple(
    request.filter(({ body }) => body.length < 2000),
    fc.integer({ min: 1, max: 400 }),
  )
  .map(([parts, size]) => ({
    kind: 'piecemeal',
    chunks: textOf(parts).match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [],
    ending: 'listen',
    methods: [parts.method],
    answers: [1, 1],
  }));

/** An incomplete request: the client closes its sending side or destroys the socket. */
const brokenOff: fc.Arbitrary<Exchange> = fc
  .tuple(request, fc.double({ min: 0, max: 0.999, noNaN: true }), fc.constantFrom('half-close', 'vanish'))
  .map(([parts, share, ending]) => {
    const text = textOf(parts);
    return {
      kind: `broken off, ${ending}`,
      chunks: [text.slice(0, Math.floor(text.length * share))],
      ending,
      methods: [parts.method],
      answers: [0, 1],
    };
  });

/** A complete request on a socket that is half-closed right after it: it still gets its response. */
const halfClosed: fc.Arbitrary<Exchange> = request.map((parts) => ({
  kind: 'half closed',
  chunks: [textOf(parts)],
  ending: 'half-close',
  methods: [parts.method],
  answers: [1, 1],
}));

/** A request that never ends: the server closes the connection. */
const slow: fc.Arbitrary<Exchange> = fc
  .tuple(request, fc.double({ min: 0, max: 0.9, noNaN: true }))
  .map(([parts, share]) => {
    const text = textOf({ ...parts, headers: parts.headers.filter(([name]) => name !== 'expect') });
    const begun = text.slice(0, Math.max(1, Math.floor(text.length * share)));
    return {
      kind: 'slow',
      chunks: [begun],
      ending: 'listen',
      methods: [],
      answers: [1, 1],
    };
  });

const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));

/** Bytes that are not HTTP, or are almost valid HTTP. */
const noise: fc.Arbitrary<Exchange> = fc
  .oneof(
    fc.string({ unit: byte, minLength: 1, maxLength: 200 }),
    fc.constantFrom(
      '\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03',
      'GET / HTTP/9.9\r\n\r\n',
      'GET /\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: localhost\r\nhost: evil.example\r\n\r\n',
      'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: -1\r\n\r\n',
      'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      'POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: gzip, chunked, what\r\n\r\n',
      'GET / HTTP/1.1\r\n host: folded\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: localhost\r\nx: a\0b\r\n\r\n',
      'GET / HTTP/1.1\nhost: localhost\n\n',
      'GET / HTTP/1.1\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n',
      'CONNECT localhost:80 HTTP/1.1\r\nhost: localhost\r\n\r\n',
      'GET /api/index/check_3rdsession?rd3_session=x HTTP/1.0\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
    ),
  )
  .map((text) => ({
    kind: 'noise',
    chunks: [text],
    ending: 'half-close',
    methods: [],
    // Noise can contain an empty line and so be two requests.
    answers: [0, 4],
  }));

/** Any generated connection. Slow ones are rare, because each takes the server's whole time limit. */
export const exchange: fc.Arbitrary<Exchange> = fc.oneof(
  { weight: 600, arbitrary: ordinary },
  { weight: 120, arbitrary: foreign },
  { weight: 80, arbitrary: pipelined },
  { weight: 50, arbitrary: piecemeal },
  { weight: 60, arbitrary: brokenOff },
  { weight: 40, arbitrary: halfClosed },
  { weight: 50, arbitrary: noise },
  { weight: 4, arbitrary: slow },
);
