/**
 * Prints the progress of a long run. In a terminal it overwrites one line; in a file or pipe it adds a line every 5 %.
 */

/** A running progress line. */
export interface Progress {
  add(count: number): void;
  end(): void;
}

const WIDTH = 30;

function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/**
 * Starts a progress line.
 * @param total number of items
 * @param what name of the items, e.g. `histories`
 */
export function createProgress(
  total: number,
  what: string,
  out: NodeJS.WriteStream = process.stdout,
): Progress {
  const started = performance.now();
  let done = 0;
  let printed = 0;
  const line = () => {
    const seconds = (performance.now() - started) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const left = duration((total - done) / Math.max(rate, 0.001));
    return `${done}/${total} ${what}, ${rate.toFixed(rate < 10 ? 1 : 0)}/s, ${duration(seconds)} elapsed, ${left} left`;
  };
  return {
    add(count) {
      done = Math.min(total, done + count);
      const part = done / total;
      if (out.isTTY) {
        const filled = Math.round(part * WIDTH);
        out.write(`\r\x1b[K[${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${line()}`);
        return;
      }
      const twentieth = Math.floor(part * 20);
      if (twentieth <= printed) return;
      printed = twentieth;
      out.write(`${String(twentieth * 5).padStart(3)} % ${line()}\n`);
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
  };
}
