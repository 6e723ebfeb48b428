/**
 * The list of errors in the sources, above the phone. It contains all errors; the phone shows only those of its open
 * pages.
 */
import type { Problem } from '../vite/program/types';
import type { FrameLink } from './frame-link';
import { texts } from './state';

const placeOf = ({ file, line, column }: Problem): string => (line > 0 ? `${file}:${line}:${column}` : file);

export function Mistakes(props: { link: FrameLink }) {
  const { link } = props;
  // Reading the signal subscribes to changes of the phone: `mistakes` is not a signal.
  void link.version.value;
  const mistakes = link.phone.value?.mistakes ?? [];
  return (
    <div role="status">
      {mistakes.length > 0 && (
        <details class="mistakes">
          <summary>
            {texts.value.mistakes(mistakes.length)} <code>{mistakes.map(placeOf)[0]}</code>
          </summary>
          <ul>
            {mistakes.map((mistake) => (
              <li key={`${placeOf(mistake)} ${mistake.message}`}>
                <code>{placeOf(mistake)}</code> {mistake.message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
