/** Converts the requests of Node's HTTP parser for the route table. */
import type { IncomingMessage } from 'node:http';

/** Path and query of a request line, or null when it is neither a path nor an address. */
export function parseTarget(target: string | undefined): { path: string; query: URLSearchParams } | null {
  let rest = target ?? '';
  if (!rest.startsWith('/')) {
    // Proxies and some tools send the whole address.
    if (!/^https?:\/\//i.test(rest) || !URL.canParse(rest)) return null;
    const { pathname, search } = new URL(rest);
    rest = pathname + search;
  }
  const mark = rest.indexOf('?');
  return mark < 0
    ? { path: rest, query: new URLSearchParams() }
    : { path: rest.slice(0, mark), query: new URLSearchParams(rest.slice(mark + 1)) };
}

/** The headers, each with one value. */
export function plainHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) plain[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return plain;
}

/** A body that was read. At most one byte more than the limit is kept: enough to see that the body is too long. */
export interface ReadBody {
  bytes: Uint8Array | null;
  /** The client still had more to say when we stopped listening: the connection cannot be used again. */
  cutOff: boolean;
}

/** Does a request announce a body? Any method may. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** A larger upload is listened to for so long, so that its sender gets to read the refusal. */
const DISCARD_LIMIT = 16 * 1024 * 1024;

/**
 * Reads a body. What exceeds `limit` is dropped as it comes, so memory stays bounded.
 * @throws Error when the client goes away in the middle.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<ReadBody> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let kept = 0;
    let received = 0;
    const finish = (cutOff: boolean) => {
      request.off('data', onData);
      request.off('end', onEnd);
      request.off('close', onClose);
      const bytes = kept === 0 ? null : Buffer.concat(chunks, kept);
      resolve({ bytes, cutOff });
    };
    const onData = (chunk: Buffer) => {
      received += chunk.length;
      if (kept <= limit) {
        const part = chunk.subarray(0, limit + 1 - kept);
        chunks.push(part);
        kept += part.length;
      }
      if (received > DISCARD_LIMIT) {
        request.pause();
        finish(true);
      }
    };
    const onEnd = () => finish(false);
    const onClose = () => reject(new Error('the client closed the connection'));
    request.on('data', onData);
    request.on('end', onEnd);
    request.on('close', onClose);
    request.on('error', onClose);
  });
}
