/** A history that broke a law, as a person reads it. */
import type { Failure } from './check';

/** The story, and the command that tells it again. */
export function tell({ start, lines, message, seed, path, replayPath, acts }: Failure): string {
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
