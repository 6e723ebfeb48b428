/** Writing answers to sockets. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { failure, type Reply } from '../backend/replies';
import { corsHeaders } from './guard';

/** Sends an answer in one piece, with its length. */
export function send(
  response: ServerResponse,
  reply: Reply,
  extra: Readonly<Record<string, string>>,
  close = false,
): void {
  const { status, headers, body } = reply;
  // A flat list of names and values: Node takes it as it is, where an object would be copied twice.
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

/** Node's code of a parse error → what a person can act on. */
const PARSE_ERRORS: Readonly<Record<string, [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'headers: larger than 16 KiB'],
  HPE_INVALID_URL: [400, 'Bad Request', 'the address holds characters that must be percent-encoded'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'the request took too long to arrive'],
};

/** Answers what is not even HTTP, or came too slowly, and ends the connection. */
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

/** Longest that a client which has its answer may go on sending, in ms. */
const STILL_SENDING = 1000;

/**
 * Answers `Expect: …` with anything but `100-continue`, which Node would refuse with an empty answer. The answer goes out
 * whole at once: the client may wait for it before it sends the body. The connection closes only after the body has
 * come: bytes that arrive at a closed socket reset the connection, and a reset takes the answer from the client.
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
