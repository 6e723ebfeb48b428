/** A pool of a few hidden phones. Each phone loads the code once, and then opens one scene after another. */
import { withResolvers } from '../../../simulator/with-resolvers';
import type { PreviewPhone } from '../../bridge';
import type { DevicePreset } from '../../devices';
import { loadFrame } from './load-frame';
import { createQueue, type Queue } from './queue';
import { type SceneSnapshot, takeSnapshot } from './scene-snapshot';

/** The snapshot of a scene. */
export interface Taken extends SceneSnapshot {
  /** Number of problems in the log. */
  problems: number;
}

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];
type InThemes<T> = Readonly<Record<Theme, T>>;

/** A scene in the queue. `setUrgent` and `cancel` are the queue's functions. */
export interface Job extends ReturnType<Queue['add']> {
  /** Each promise rejects if the scene does not settle. */
  taken: InThemes<Promise<Taken>>;
}

/** Phones that take snapshots. */
export interface Pool {
  /**
   * Adds a scene, and takes a snapshot in each theme. The scene starts once for both, unless the mini-program reads the
   * theme.
   * @param urls of `phone.html`
   */
  add(urls: InThemes<string>, device: DevicePreset): Job;
  /** Call after a change of the sources. Later scenes then run in newly loaded phones. */
  reloadPhones(): void;
}

/** One frame, and the phone in it. */
interface Place {
  frame: HTMLIFrameElement;
  phone: PreviewPhone | null;
}

/** Time limit for a scene to settle, ms. */
const TIME_LIMIT = 60_000;

function settled(phone: PreviewPhone): Promise<PreviewPhone> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(() => reject(new Error('has not settled')), TIME_LIMIT);
    const stop = () => window.clearTimeout(timer);
    phone.ready.then(() => {
      stop();
      resolve(phone);
    }, reject);
  });
}

/**
 * Creates a pool.
 * @param size number of phones that run at the same time
 * @param container gets the frames. It must be in the viewport, so that lazy pictures load; it may be invisible.
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
    // If a phone could take the focus, another phone would lose it, and its keyboard would close.
    frame.inert = true;
    container.append(frame);
    return { frame, phone: null };
  }

  /** Takes the snapshot of a settled phone. */
  async function snapshotIn({ frame, phone }: Place): Promise<Taken> {
    if (!frame.contentDocument) throw new Error('the frame was removed from the page');
    const problems = phone?.events.filter(({ kind }) => kind === 'problem').length ?? 0;
    return { ...(await takeSnapshot(frame.contentDocument)), problems };
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
    taken: (theme: Theme, snapshot: Taken) => void,
  ): Promise<void> {
    const { frame } = place;
    frame.width = String(device.width);
    frame.height = String(device.height);
    await start(place, urls.light);
    taken('light', await snapshotIn(place));
    if (!place.phone?.showTheme('dark')) await start(place, urls.dark);
    taken('dark', await snapshotIn(place));
    // If the page has taken the focus, the sheet gets no key events.
    if (document.activeElement === frame) frame.blur();
  }

  async function run(
    urls: InThemes<string>,
    device: DevicePreset,
    taken: (theme: Theme, snapshot: Taken) => void,
  ): Promise<void> {
    const startedIn = generation;
    const place = takePlace();
    try {
      await visit(place, urls, device, taken);
      if (startedIn === generation) free.push(place);
      else place.frame.remove();
    } catch (error) {
      // The frame may be broken. The next scene gets a new frame.
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
        run(urls, device, (theme, snapshot) => results[theme].resolve(snapshot)).catch((error: unknown) => {
          light.reject(error);
          dark.reject(error);
        }),
      );
      return { ...job, taken: { light: light.promise, dark: dark.promise } };
    },
    reloadPhones() {
      generation += 1;
      for (const { frame } of free) frame.remove();
      free = [];
    },
  };
}
