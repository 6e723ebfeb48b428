/** Progress of a long run: one line that is written over in a terminal; elsewhere a line every five per cent. */

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
 * @param total how many there are to do
 * @param what what they are, e.g. `histories`
 */
export function createProgress(
  total: number,
  what: string,
  out: NodeJS.WriteStream = process.stdout,
): Progress {
  const started = performance.now();
  let done = 0;
  let told = 0;
  const line = () => {
    const seconds = (performance.now() - started) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const left = duration((total - done) / Math.max(rate, 0.001));
    return `${done}/${total} ${what}, ${rate.toFixed(rate < 10 ? 1 : 0)}/s, ${duration(seconds)} gone, ${left} left`;
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
      if (twentieth <= told) return;
      told = twentieth;
      out.write(`${String(twentieth * 5).padStart(3)} % ${line()}\n`);
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
  };
}
