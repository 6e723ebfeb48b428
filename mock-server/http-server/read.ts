/** Converts requests of Node's HTTP parser for the route table. */
import type { IncomingMessage } from 'node:http';

/** Path and query of a request line; null if it is neither a path nor a URL. */
export function parseTarget(target: string | undefined): { path: string; query: URLSearchParams } | null {
  let rest = target ?? '';
  if (!rest.startsWith('/')) {
    // Proxies and some tools send the full URL.
    if (!/^https?:\/\//i.test(rest) || !URL.canParse(rest)) return null;
    const { pathname, search } = new URL(rest);
    rest = pathname + search;
  }
  const mark = rest.indexOf('?');
  return mark < 0
    ? { path: rest, query: new URLSearchParams() }
    : { path: rest.slice(0, mark), query: new URLSearchParams(rest.slice(mark + 1)) };
}

/** Copies the headers, with one value each. */
export function plainHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) plain[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return plain;
}

/** A body that was read. At most one byte above the limit is kept, which is enough to see that the body is too long. */
export interface ReadBody {
  bytes: Uint8Array | null;
  /** Reading stopped before the end of the body: the connection cannot be used again. */
  cutOff: boolean;
}

/** Whether the request has a body. Any method may have one. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** A body above the limit is read up to this number of bytes and dropped, so that its sender can read the refusal. */
const DISCARD_LIMIT = 16 * 1024 * 1024;

/**
 * Reads a body. Bytes above `limit` are dropped at once, so that memory stays limited.
 * @throws Error if the client closes the connection before the end
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
