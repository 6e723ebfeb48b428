/** Draws what the phone shows as a PNG, when a person clicks on the button. */
import { devices } from '../devices';
import { type Door, type DoorAnswer, openDoor } from './door';
import { picturePage } from './picture-page';

/** A body may have so many bytes: a page with its pictures in it. */
const LONGEST = 64 * 1024 * 1024;

/** What the page asks for. */
interface Asked {
  html: string;
  device: string;
  theme: 'light' | 'dark';
  scale: number;
  frame: boolean;
}

/** undefined for a body that is none. */
function read(body: string): Asked | undefined {
  try {
    const asked = JSON.parse(body) as Partial<Asked> | null;
    const { html, device, theme, scale, frame } = asked ?? {};
    if (typeof html !== 'string' || typeof device !== 'string' || typeof frame !== 'boolean')
      return undefined;
    if ((theme !== 'light' && theme !== 'dark') || ![1, 2, 3].includes(Number(scale))) return undefined;
    return { html, device, theme, scale: Number(scale), frame };
  } catch {
    return undefined;
  }
}

/** One Chromium at a time. */
let last: Promise<unknown> = Promise.resolve();

async function draw(asked: Asked): Promise<DoorAnswer> {
  const device = devices.find(({ id }) => id === asked.device);
  if (!device) return { status: 400 };
  // Loaded here: most previews never draw one.
  const { drawPicture } = await import('../cli/shots/draw');
  const drawn = last.then(() => drawPicture({ ...asked, device }));
  last = drawn.catch(() => undefined);
  try {
    return { status: 200, type: 'image/png', body: await drawn };
  } catch (error) {
    return { status: 500, type: 'text/plain; charset=utf-8', body: (error as Error).message.slice(0, 500) };
  }
}

/** Opens the door. @param hosts see `DoorOptions` */
export const openPictureDoor = (_root: string, hosts: () => readonly string[]): Promise<Door> =>
  openDoor({
    hosts,
    page: (query, nonce) => picturePage(query.get('lang') === 'en' ? 'en' : 'zh', nonce, hosts()),
    path: '/picture',
    limit: LONGEST,
    async answer(body) {
      const asked = read(body);
      return asked === undefined ? { status: 400 } : draw(asked);
    },
  });
