/** The form that edits one value. It replaces the value's row in the tree. */
import { useId, useState } from 'preact/hooks';
import type { SetResult } from '../../live-values';
import { Icon } from '../icons';
import { texts } from '../state';
import { type EditKind, parseValue } from './parse-value';
import { type Draft, problemText, ValueFields } from './value-form';

interface ValueEditorProps {
  name: string;
  start: Draft;
  kinds: readonly EditKind[];
  set: (value: unknown) => SetResult;
  /**
   * Called when the editor closes. `messages`: the phone's messages about the new value; null: the user has cancelled.
   */
  onClose: (messages: readonly string[] | null) => void;
}

export function ValueEditor(props: ValueEditorProps) {
  const t = texts.value.values;
  const [draft, setDraft] = useState(props.start);
  const [problem, setProblem] = useState('');
  const id = useId();
  const submit = () => {
    const parsed = parseValue(draft.kind, draft.text);
    if (!('value' in parsed)) {
      setProblem(problemText(parsed));
      return;
    }
    const { ok, messages } = props.set(parsed.value);
    if (ok) props.onClose(messages);
    else setProblem(messages.join(' ') || t.gone);
  };
  return (
    <form
      class="value-editor"
      aria-label={t.edit(props.name)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onClose(null);
      }}
    >
      <span class="key">{props.name}</span>
      <ValueFields
        draft={draft}
        kinds={props.kinds}
        problemId={id}
        invalid={problem !== ''}
        focus
        onChange={(next) => {
          setDraft(next);
          setProblem('');
        }}
      />
      <button type="submit" class="quiet" title={t.set} aria-label={t.set}>
        <Icon name="check" />
      </button>
      <button
        type="button"
        class="quiet"
        title={t.cancel}
        aria-label={t.cancel}
        onClick={() => props.onClose(null)}
      >
        <Icon name="close" />
      </button>
      <p class="problem" id={id} role="alert">
        {problem}
      </p>
    </form>
  );
}
