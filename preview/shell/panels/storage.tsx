/** The panel *Storage*: the entries of the mini-program's storage; each can be edited. */
import { useId, useRef, useState } from 'preact/hooks';
import type { PreviewPhone } from '../../bridge';
import type { LiveStorage, StoredEntry } from '../../live-values';
import type { FrameLink } from '../frame-link';
import { Icon } from '../icons';
import { texts } from '../state';
import { onArrow } from '../values/arrow-keys';
import { parseValue, storageKinds } from '../values/parse-value';
import { ResetEdits } from '../values/reset';
import { type Draft, problemText, ValueFields } from '../values/value-form';
import { ValueRow } from '../values/value-row';
import { PAGE_SIZE, ValueTree } from '../values/value-tree';

const KB = 1024;

/** Formats a number of bytes for the user. */
function sizeText(bytes: number): string {
  if (bytes < KB) return `${bytes} B`;
  return bytes < KB * KB ? `${(bytes / KB).toFixed(1)} KB` : `${(bytes / KB / KB).toFixed(2)} MB`;
}

const EMPTY: Draft = { kind: 'String', text: '' };

/** The form that adds an entry. */
function AddEntry({ storage }: { storage: LiveStorage }) {
  const t = texts.value;
  const [key, setKey] = useState('');
  const [draft, setDraft] = useState(EMPTY);
  const [problem, setProblem] = useState<{ of: 'key' | 'value'; text: string } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const add = () => {
    const parsed = parseValue(draft.kind, draft.text);
    if (key === '') setProblem({ of: 'key', text: t.storage.noKey });
    else if (storage.has(key)) setProblem({ of: 'key', text: t.storage.known(key) });
    else if (!('value' in parsed)) setProblem({ of: 'value', text: problemText(parsed) });
    else {
      const { ok, messages } = storage.set([key], parsed.value);
      if (!ok) return setProblem({ of: 'value', text: messages.join(' ') });
      setKey('');
      setDraft(EMPTY);
      setProblem(null);
      field.current?.focus();
    }
  };
  return (
    <form
      class="value-editor add"
      aria-label={t.storage.add}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <input
        ref={field}
        type="text"
        class="new-key"
        aria-label={t.storage.key}
        placeholder={t.storage.key}
        aria-invalid={problem?.of === 'key'}
        aria-describedby={problem?.of === 'key' ? id : undefined}
        autocomplete="off"
        spellcheck={false}
        value={key}
        onInput={({ currentTarget }) => {
          setKey(currentTarget.value);
          setProblem(null);
        }}
      />
      <ValueFields
        draft={draft}
        kinds={storageKinds}
        problemId={id}
        invalid={problem?.of === 'value'}
        focus={false}
        onChange={(next) => {
          setDraft(next);
          setProblem(null);
        }}
      />
      <button type="submit" class="quiet">
        {t.storage.add}
      </button>
      <p class="problem" id={id} role="alert">
        {problem?.text}
      </p>
    </form>
  );
}

/** The size in use, and the limit. */
function Usage({ storage, count }: { storage: LiveStorage; count: number }) {
  const t = texts.value.storage;
  const { bytes, limit } = storage;
  return (
    <p class="usage">
      <meter min={0} max={limit} high={limit * 0.9} value={bytes} aria-label={t.used} />
      <span>{t.usage(count, sizeText(bytes), sizeText(limit))}</span>
    </p>
  );
}

function Entry(props: { storage: LiveStorage; entry: StoredEntry; version: number; isNew: boolean }) {
  const { storage, entry, version } = props;
  const t = texts.value.storage;
  const view = storage.view([entry.key]);
  if (!view) return null;
  return (
    <ValueRow
      source={storage}
      path={[entry.key]}
      view={view}
      open={0}
      kinds={storageKinds}
      version={version}
      isNew={props.isNew}
      masked
      type={`${entry.type}${entry.encrypted ? ` · ${t.encrypted}` : ''} · ${sizeText(entry.bytes)}`}
      below={() => <ValueTree source={storage} path={[entry.key]} open={1} version={version} masked />}
      end={
        <button
          type="button"
          class="pen"
          aria-label={t.remove(entry.key)}
          title={t.remove(entry.key)}
          onClick={() => storage.remove(entry.key)}
        >
          <Icon name="close" />
        </button>
      }
    />
  );
}

export function StoragePanel(props: { link: FrameLink; phone: PreviewPhone; version: number }) {
  const { link, phone, version } = props;
  const t = texts.value;
  const { storage } = phone.live;
  const [count, setCount] = useState(PAGE_SIZE);
  const known = useRef<{ phone: PreviewPhone; keys: ReadonlySet<string> }>(undefined);
  const entries = storage.list();
  const before = known.current?.phone === phone ? known.current.keys : null;
  known.current = { phone, keys: new Set(entries.map(({ key }) => key)) };
  return (
    <>
      <div class="values-bar">
        <Usage storage={storage} count={entries.length} />
        <ResetEdits link={link} edits={phone.live.edits} />
        <button type="button" class="quiet" disabled={entries.length === 0} onClick={storage.clear}>
          <Icon name="clear" />
          {t.storage.clear}
        </button>
      </div>
      <section class="block">
        {entries.length === 0 && <p class="empty">{t.storage.none}</p>}
        <ul class="tree values top" onKeyDown={onArrow}>
          {entries.slice(0, count).map((entry) => (
            <li key={entry.key}>
              <Entry
                storage={storage}
                entry={entry}
                version={version}
                isNew={before !== null && !before.has(entry.key)}
              />
            </li>
          ))}
        </ul>
        {entries.length > count && (
          <button type="button" class="more" onClick={() => setCount(count + PAGE_SIZE)}>
            {t.values.more(Math.min(PAGE_SIZE, entries.length - count), entries.length - count)}
          </button>
        )}
        <AddEntry storage={storage} />
        {entries.some(({ key }) => key === 'rd3_session') && <p class="note">{t.storage.hidden}</p>}
      </section>
    </>
  );
}
