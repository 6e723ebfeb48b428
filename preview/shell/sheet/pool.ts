/** A pool of a few hidden phones that open one scene after another. Each loads the code once. */
import { withResolvers } from '../../../simulator/with-resolvers';
import type { PreviewPhone } from '../../bridge';
import type { DevicePreset } from '../../devices';
import { loadFrame } from './load-frame';
import { createQueue, type Queue } from './queue';
import { type Still, takeStill } from './still';

/** The still of a scene. */
export interface Taken extends Still {
  /** Number of problems in the log. */
  problems: number;
}

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];
type InThemes<T> = Readonly<Record<Theme, T>>;

/** A scene in the queue. `hurry` and `drop` as in the queue. */
export interface Job extends ReturnType<Queue['add']> {
  /** Each rejects if the scene does not settle. */
  taken: InThemes<Promise<Taken>>;
}

/** Phones that take stills. */
export interface Pool {
  /**
   * Adds a scene, for a still in each theme. One start serves both, unless the mini-program reads the theme.
   * @param urls of `phone.html`
   */
  add(urls: InThemes<string>, device: DevicePreset): Job;
  /** Call after a change of the sources: later scenes run in newly loaded phones. */
  renew(): void;
}

/** One frame, and the phone in it. */
interface Place {
  frame: HTMLIFrameElement;
  phone: PreviewPhone | null;
}

/** A scene that has not settled after this many ms has failed. */
const PATIENCE = 60_000;

function settled(phone: PreviewPhone): Promise<PreviewPhone> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(() => reject(new Error('has not settled')), PATIENCE);
    const stop = () => window.clearTimeout(timer);
    phone.ready.then(() => {
      stop();
      resolve(phone);
    }, reject);
  });
}

/**
 * Makes a pool.
 * @param size phones that run at the same time
 * @param container gets the frames; it must be in the viewport, so that lazy pictures load, and need not be visible
 */
export function createPool(size: number, container: HTMLElement): Pool {
  const queue = createQueue(size);
  let free: Place[] = [];
  let generation = 0;

  function takePlace(): Place {
    const known = free.pop();
    if (known) return known;
    const frame = document.createElement('iframe');
    frame.tabIndex = -1;
    // A phone that takes the focus would take it from another phone, whose keyboard would close.
    frame.inert = true;
    container.append(frame);
    return { frame, phone: null };
  }

  /** The still of a settled phone. */
  async function stillOf({ frame, phone }: Place): Promise<Taken> {
    if (!frame.contentDocument) throw new Error('the frame is gone');
    const problems = phone?.events.filter(({ kind }) => kind === 'problem').length ?? 0;
    return { ...(await takeStill(frame.contentDocument)), problems };
  }

  /** Starts the scene of `url`, and waits until it has settled. */
  async function start(place: Place, url: string): Promise<void> {
    place.phone = place.phone
      ? await settled(place.phone.open(new URL(url, window.location.href).search))
      : await loadFrame(place.frame, url);
  }

  async function visit(
    place: Place,
    urls: InThemes<string>,
    device: DevicePreset,
    taken: (theme: Theme, still: Taken) => void,
  ): Promise<void> {
    const { frame } = place;
    frame.width = String(device.width);
    frame.height = String(device.height);
    await start(place, urls.light);
    taken('light', await stillOf(place));
    if (!place.phone?.showTheme('dark')) await start(place, urls.dark);
    taken('dark', await stillOf(place));
    // The page may have taken the focus. The sheet would then get no key events.
    if (document.activeElement === frame) frame.blur();
  }

  async function run(
    urls: InThemes<string>,
    device: DevicePreset,
    taken: (theme: Theme, still: Taken) => void,
  ): Promise<void> {
    const born = generation;
    const place = takePlace();
    try {
      await visit(place, urls, device, taken);
      if (born === generation) free.push(place);
      else place.frame.remove();
    } catch (error) {
      // The frame may be broken, so the next scene gets a new one.
      place.frame.remove();
      throw error;
    }
  }

  return {
    add(urls, device) {
      const light = withResolvers<Taken>();
      const dark = withResolvers<Taken>();
      const results = { light, dark };
      const job = queue.add(() =>
        run(urls, device, (theme, still) => results[theme].resolve(still)).catch((error: unknown) => {
          light.reject(error);
          dark.reject(error);
        }),
      );
      return { ...job, taken: { light: light.promise, dark: dark.promise } };
    },
    renew() {
      generation += 1;
      for (const { frame } of free) frame.remove();
      free = [];
    },
  };
}
