/** The action server that draws the phone's screen as a PNG when the user clicks on the button. */
import { devices } from '../devices';
import { type ActionAnswer, type ActionServer, startActionServer } from './action-server';
import { picturePage } from './picture-page';

/** Maximum body of a request, bytes: a page with its pictures. */
const MAX_BODY = 64 * 1024 * 1024;

/** The request of the page. */
interface PictureRequest {
  html: string;
  device: string;
  theme: 'light' | 'dark';
  scale: number;
  frame: boolean;
}

/** Parses the body; undefined if it is invalid. */
function read(body: string): PictureRequest | undefined {
  try {
    const request = JSON.parse(body) as Partial<PictureRequest> | null;
    const { html, device, theme, scale, frame } = request ?? {};
    if (typeof html !== 'string' || typeof device !== 'string' || typeof frame !== 'boolean')
      return undefined;
    if ((theme !== 'light' && theme !== 'dark') || ![1, 2, 3].includes(Number(scale))) return undefined;
    return { html, device, theme, scale: Number(scale), frame };
  } catch {
    return undefined;
  }
}

/** The last drawing. A new drawing waits for it, so that only one Chromium runs. */
let last: Promise<unknown> = Promise.resolve();

async function draw(request: PictureRequest): Promise<ActionAnswer> {
  const device = devices.find(({ id }) => id === request.device);
  if (!device) return { status: 400 };
  // Loaded on demand, because most previews never draw a picture.
  const { drawPicture } = await import('../cli/shots/draw');
  const drawn = last.then(() => drawPicture({ ...request, device }));
  last = drawn.catch(() => undefined);
  try {
    return { status: 200, type: 'image/png', body: await drawn };
  } catch (error) {
    return { status: 500, type: 'text/plain; charset=utf-8', body: (error as Error).message.slice(0, 500) };
  }
}

/** Starts the action server. @param hosts see `ActionServerOptions` */
export const startPictureServer = (_root: string, hosts: () => readonly string[]): Promise<ActionServer> =>
  startActionServer({
    hosts,
    page: (query, nonce) => picturePage(query.get('lang') === 'en' ? 'en' : 'zh', nonce, hosts()),
    path: '/picture',
    limit: MAX_BODY,
    async answer(body) {
      const request = read(body);
      return request === undefined ? { status: 400 } : draw(request);
    },
  });
