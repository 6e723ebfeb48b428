/** Loads a phone into a frame and waits until it has settled. */
import type { PreviewPhone } from '../../bridge';

/** Interval for polling `previewPhone`, ms. */
const POLL_INTERVAL = 60;
/** Time limit for a scene to settle, ms. The slowest scene needs about ten seconds. */
const TIME_LIMIT = 60_000;

/**
 * Opens `url` in the frame.
 * @returns The settled phone. Rejects if it does not settle in time.
 */
export function loadFrame(frame: HTMLIFrameElement, url: string): Promise<PreviewPhone> {
  return new Promise((resolve, reject) => {
    let timer = 0;
    const stop = (reason: string) => {
      window.clearTimeout(timer);
      window.clearTimeout(deadline);
      reject(new Error(`${url}: ${reason}`));
    };
    const deadline = window.setTimeout(() => stop('has not settled'), TIME_LIMIT);
    const poll = () => {
      const phone = frame.contentWindow?.previewPhone;
      if (!phone) {
        timer = window.setTimeout(poll, POLL_INTERVAL);
        return;
      }
      phone.ready.then(
        () => {
          window.clearTimeout(deadline);
          resolve(phone);
        },
        (error: unknown) => stop(String(error)),
      );
    };
    frame.src = url;
    poll();
  });
}
