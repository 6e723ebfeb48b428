/** One value of a tree: its row, or the form that edits it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ValuePath, ValueSource, ValueView } from '../../live-values';
import { Icon } from '../icons';
import { isSecretPath, shorten } from '../panels/mask';
import { texts } from '../state';
import { useFresh } from './fresh';
import { type EditKind, kindOfView, startText } from './parse-value';
import { ValueEditor } from './value-editor';
import type { Draft } from './value-form';

/** A branch with more entries than this is folded at first. */
const MAX_UNFOLDED = 20;

/** Props of `ValueRow`. */
interface ValueRowProps {
  source: ValueSource;
  path: ValuePath;
  view: ValueView;
  /** Number of levels that are open at first. */
  open: number;
  kinds: readonly EditKind[];
  /** A change of this number renders the row again. */
  version: number;
  /** The value has just been added. */
  isNew: boolean;
  /** Type of a property or storage entry. */
  type?: string | undefined;
  /** Content at the end of the row. */
  end?: ComponentChildren;
  /** Show only a part of values with secret keys. */
  masked?: boolean;
  /** Draws the entries of an unfolded branch. */
  below: () => ComponentChildren;
}

const isBranch = ({ kind }: ValueView): boolean => kind === 'array' || kind === 'object';

/** A value without entries, as code. A string is in quotes. `…` marks a string that was cut. */
function leafText({ kind, text, size }: ValueView, secret: boolean): string {
  if (kind !== 'text') return text;
  if (secret) return JSON.stringify(shorten(text, size));
  return size > text.length ? `${JSON.stringify(text)}…` : JSON.stringify(text);
}

/** Can the user edit the value? A value that JSON and storage cannot represent has only a description. */
const isEditable = (view: ValueView, kinds: readonly EditKind[]): boolean =>
  view.kind !== 'other' ||
  (kinds.includes('Date') && (view.text === 'undefined' || /^\d{4}-/.test(view.text)));

export function ValueRow(props: ValueRowProps) {
  const { source, path, view, kinds } = props;
  const t = texts.value.values;
  const name = String(path.at(-1) ?? '');
  const [unfolded, setUnfolded] = useState(props.open > 0 && view.size <= MAX_UNFOLDED);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [messages, setMessages] = useState<readonly string[]>([]);
  const fresh = useFresh(`${view.kind} ${view.size} ${view.text}`, props.isNew);
  const row = useRef<HTMLDivElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !draft) row.current?.querySelector<HTMLElement>('[data-row]')?.focus();
    wasEditing.current = draft !== null;
  }, [draft]);

  const branch = isBranch(view);
  const mark = source.mark(path);
  const edit = () => {
    const kind = kindOfView(view);
    // JSON cannot represent NaN, dates and `undefined`. The user edits the displayed text instead.
    const isShown = view.kind === 'other' || view.kind === 'number';
    const json = isShown ? view.text : source.json(path);
    setMessages(json === undefined ? [t.notAsJson] : []);
    if (json !== undefined) setDraft({ kind, text: startText(kind, json) });
  };
  const set = (value: unknown) => source.set(path, value);

  if (draft)
    return (
      <ValueEditor
        name={name}
        start={draft}
        kinds={kinds}
        set={set}
        onClose={(words) => {
          setDraft(null);
          setMessages(words ?? []);
        }}
      />
    );
  const code = <code class={view.kind}>{leafText(view, (props.masked ?? false) && isSecretPath(path))}</code>;
  return (
    <div class="value" ref={row}>
      <div class={`value-row ${fresh ? 'fresh' : ''}`} data-mark={mark}>
        {branch ? (
          <button
            type="button"
            class="leaf"
            data-row
            aria-expanded={unfolded}
            disabled={view.size === 0}
            onClick={() => setUnfolded(!unfolded)}
          >
            <Icon name="chevron" class="fold" />
            <span class="key">{name}</span>
            <code class="nil">{view.text}</code>
          </button>
        ) : (
          <span class="leaf">
            {view.kind === 'boolean' && (
              <input
                type="checkbox"
                aria-label={name}
                checked={view.text === 'true'}
                onChange={() => setMessages(set(view.text !== 'true').messages)}
              />
            )}
            <span class="key">{name}</span>
            {isEditable(view, kinds) ? (
              <button type="button" class="edit" data-row title={t.edit(name)} onClick={edit}>
                {code}
                <span class="unseen">{t.edit(name)}</span>
              </button>
            ) : (
              code
            )}
          </span>
        )}
        {props.type && <small>{props.type}</small>}
        {mark !== '' && <small class="mark-word">{mark === 'edited' ? t.edited : t.editedInside}</small>}
        {branch && (
          <button type="button" class="pen" aria-label={t.edit(name)} title={t.editJson} onClick={edit}>
            <Icon name="pen" />
          </button>
        )}
        {props.end}
      </div>
      {messages.length > 0 && (
        <p class="problem" role="alert">
          {messages.join('\n')}
        </p>
      )}
      {branch && unfolded && view.size > 0 && props.below()}
    </div>
  );
}
