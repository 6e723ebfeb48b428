/** The fields of a value: its type and its text. */
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../state';
import type { EditKind, Parsed } from './parse-value';

/** The current content of the fields. */
export interface Draft {
  readonly kind: EditKind;
  readonly text: string;
}

interface ValueFieldsProps {
  draft: Draft;
  kinds: readonly EditKind[];
  /** Id of the element with the error message. */
  problemId: string;
  invalid: boolean;
  /** Focus the field and select its content. */
  focus: boolean;
  onChange: (draft: Draft) => void;
}

/** Maximum rows of the multi-line field. */
const MAX_ROWS = 12;

const hasText = (kind: EditKind): boolean => !['Boolean', 'Null', 'Undefined'].includes(kind);

/** The error message for a text that is not a value. */
export function problemText(parsed: Exclude<Parsed, { value: unknown }>): string {
  const t = texts.value.values.problems;
  return parsed.detail === '' ? t[parsed.problem] : `${t[parsed.problem]} ${parsed.detail}`;
}

/** Type and text. Enter submits the form; in the multi-line field, Ctrl+Enter or Cmd+Enter does. */
export function ValueFields(props: ValueFieldsProps) {
  const { draft, kinds, onChange } = props;
  const { kind, text } = draft;
  const t = texts.value.values;
  const field = useRef<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>(null);
  useEffect(() => {
    if (!props.focus) return;
    field.current?.focus();
    // A long text is shown from its beginning.
    if (field.current?.localName === 'textarea') field.current.setSelectionRange(0, 0);
    else field.current?.select?.();
  }, [props.focus, kind]);
  const aria = {
    'aria-label': t.value,
    'aria-invalid': props.invalid,
    'aria-describedby': props.invalid ? props.problemId : undefined,
  };
  const isLong = kind === 'JSON' || text.includes('\n');
  return (
    <>
      <select
        aria-label={t.type}
        value={kind}
        onChange={({ currentTarget: { value } }) => {
          const next = value as EditKind;
          onChange({ kind: next, text: next === 'Boolean' ? String(text !== '' && text !== 'false') : text });
        }}
      >
        {kinds.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      {kind === 'Boolean' && (
        <select
          {...aria}
          ref={field}
          value={text === 'true' ? 'true' : 'false'}
          onChange={({ currentTarget }) => onChange({ kind, text: currentTarget.value })}
        >
          <option>true</option>
          <option>false</option>
        </select>
      )}
      {hasText(kind) && isLong && (
        <textarea
          {...aria}
          ref={field}
          rows={Math.min(MAX_ROWS, text.split('\n').length + 1)}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => onChange({ kind, text: currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      )}
      {hasText(kind) && !isLong && (
        <input
          {...aria}
          ref={field}
          type="text"
          inputMode={kind === 'Number' ? 'decimal' : 'text'}
          spellcheck={false}
          autocomplete="off"
          value={text}
          placeholder={kind === 'Date' ? '2026-01-31T12:00:00Z' : ''}
          onInput={({ currentTarget }) => onChange({ kind, text: currentTarget.value })}
        />
      )}
    </>
  );
}
