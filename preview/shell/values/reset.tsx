/** Undoes all edits of the user: page data, component data, storage. */
import { signal } from '@preact/signals';
import type { FrameLink } from '../frame-link';
import { Icon } from '../icons';
import { texts } from '../state';

/** The result of the last reset, for the status text. */
const status = signal<'' | 'done' | 'restart'>('');

/** Undoes all edits. If that is not possible, restarts the scene. Does nothing if there are no edits. */
export function resetEdits(link: FrameLink): void {
  const live = link.phone.peek()?.live;
  if (!live || live.edits === 0) return;
  status.value = live.reset();
  if (status.value === 'restart') link.restart();
}

/** The reset button. `edits`: number of edits. */
export function ResetEdits(props: { link: FrameLink; edits: number }) {
  const { link, edits } = props;
  const t = texts.value.values;
  return (
    <div class="reset">
      <button
        type="button"
        class="quiet"
        disabled={edits === 0}
        aria-keyshortcuts="z"
        onClick={() => resetEdits(link)}
      >
        <Icon name="undo" />
        {edits === 0 ? t.noEdits : t.reset(edits)}
        <kbd>z</kbd>
      </button>
      <p class="unseen" role="status">
        {edits === 0 && status.value !== '' ? t.wasReset[status.value] : ''}
      </p>
    </div>
  );
}
