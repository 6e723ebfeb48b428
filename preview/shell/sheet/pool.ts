/** A pool of a few hidden phones that open one scene after another. Each loads the code once. */
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

/** Phones that take stills. */
export interface Pool {
  /**
   * Adds a scene.
   * @param url of `phone.html`
   * @returns `taken` rejects if the scene does not settle; `hurry` and `drop` as in the queue
   */
  add(url: string, device: DevicePreset): { taken: Promise<Taken> } & ReturnType<Queue['add']>;
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

  async function visit(place: Place, url: string, device: DevicePreset): Promise<Taken> {
    const { frame } = place;
    frame.width = String(device.width);
    frame.height = String(device.height);
    const phone = place.phone
      ? await settled(place.phone.open(new URL(url, window.location.href).search))
      : await loadFrame(frame, url);
    place.phone = phone;
    if (!frame.contentDocument) throw new Error('the frame is gone');
    const still = await takeStill(frame.contentDocument);
    // The page may have taken the focus. The sheet would then get no key events.
    if (document.activeElement === frame) frame.blur();
    return { ...still, problems: phone.events.filter(({ kind }) => kind === 'problem').length };
  }

  async function run(url: string, device: DevicePreset): Promise<Taken> {
    const born = generation;
    const place = takePlace();
    try {
      const taken = await visit(place, url, device);
      if (born === generation) free.push(place);
      else place.frame.remove();
      return taken;
    } catch (error) {
      // The frame may be broken, so the next scene gets a new one.
      place.frame.remove();
      throw error;
    }
  }

  return {
    add(url, device) {
      let job: ReturnType<Queue['add']> | undefined;
      const taken = new Promise<Taken>((resolve, reject) => {
        job = queue.add(() => run(url, device).then(resolve, reject));
      });
      return { taken, hurry: (urgent) => job?.hurry(urgent), drop: () => job?.drop() };
    },
    renew() {
      generation += 1;
      for (const { frame } of free) frame.remove();
      free = [];
    },
  };
}
