/** Writes responses to sockets. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { failure, type Reply } from '../backend/replies';
import { corsHeaders } from './guard';

/** Sends a response in one piece, with its length. */
export function send(
  response: ServerResponse,
  reply: Reply,
  extra: Readonly<Record<string, string>>,
  close = false,
): void {
  const { status, headers, body } = reply;
  // A flat list of names and values: Node uses it directly, but would copy an object twice.
  const all: (string | number)[] = [];
  for (const name in headers) all.push(name, headers[name] ?? '');
  for (const name in extra) all.push(name, extra[name] ?? '');
  if (status !== 204 && response.req.method !== 'HEAD') {
    all.push('content-length', typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength);
  }
  if (close) all.push('connection', 'close');
  response.writeHead(status, all);
  response.end(body);
}

/** Node's code of a parse error → status, reason phrase, and a text that says what to change. */
const PARSE_ERRORS: Readonly<Record<string, [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'headers: larger than 16 KiB'],
  HPE_INVALID_URL: [400, 'Bad Request', 'the address holds characters that must be percent-encoded'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'the request took too long to arrive'],
};

/** Answers a request that is no HTTP or arrived too slowly, and closes the connection. */
export function sendParseError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason, msg] = PARSE_ERRORS[error.code ?? ''] ?? [
    400,
    'Bad Request',
    'not a valid HTTP request',
  ];
  const body = failure(status, msg).body as string;
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\ncontent-type: application/json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/** Maximum time in milliseconds for which a client may still send its body after it has received the response. */
const STILL_SENDING = 1000;

/**
 * Answers an `Expect` header other than `100-continue`. (Node alone would send an empty response.) It sends the whole
 * response at once, because the client may wait for it before it sends the body. It closes the connection only after
 * the body: bytes that arrive at a closed socket reset the connection, and after a reset the client may lose the
 * response.
 */
export function sendExpectationFailed(request: IncomingMessage, response: ServerResponse): void {
  const { status, headers, body } = failure(417, 'expect: only 100-continue can be expected');
  response.writeHead(status, {
    ...headers,
    ...corsHeaders(request.headers.origin),
    ...(request.method === 'HEAD' ? {} : { 'content-length': Buffer.byteLength(body) }),
    connection: 'close',
  });
  response.write(body);
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, STILL_SENDING);
  request.once('end', end).once('close', end).resume();
}
