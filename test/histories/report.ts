/** Formats a history that broke a law for a reader. */
import type { Failure } from './check';

/** The history, and the command that replays it. */
export function formatFailure({ start, lines, message, seed, path, replayPath, acts }: Failure): string {
  const story = lines.map((line, index) => `  ${String(index + 1).padStart(2)}. ${line}`);
  const replay = `npm run soak -- --seed ${seed} --acts ${acts} --path ${path} --replay ${replayPath || '-'}`;
  return [
    'A history breaks a law.',
    '',
    `Start: ${start}`,
    ...story,
    '',
    `Broken: ${message}`,
    '',
    `Replay: ${replay}`,
  ].join('\n');
}
