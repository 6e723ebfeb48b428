/** The panel *Log*: wx calls, requests, setData, life cycle, problems; newest at the bottom. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PreviewPhone } from '../../bridge';
import { Icon } from '../icons';
import { texts } from '../state';
import { type LineKind, type LogLine, lineKinds, logLines } from './log-lines';
import { maskSecrets } from './mask';
import { type CountedLine, foldRepeated } from './repeated';
import { Tree } from './tree';

/** Maximum number of displayed lines. Older lines are left out. */
const MAX_LINES = 400;

/** Maximum distance from the end at which new lines are followed, CSS px: a little more than one line. */
const END_TOLERANCE = 32;

const rare: ReadonlySet<LineKind> = new Set(['problem', 'console', 'outside']);

const seconds = (ms: number): string => `${(Math.max(0, ms) / 1000).toFixed(2)}`;
const duration = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

/** The title of a line. Titles of `outside` and `tap` lines are in the shell's language. */
function titleOf({ kind, title }: LogLine): string {
  const { log } = texts.value;
  if (kind === 'outside') return log.outside[title as keyof typeof log.outside] ?? title;
  return kind === 'tap' ? `${log.tap} ${title}` : title;
}

function Line(props: { line: CountedLine; start: number }) {
  const { line, start } = props;
  const t = texts.value;
  const unfolded = useSignal(false);
  const open = line.tone === 'open' ? t.log.pending : '';
  const outcome = line.outcome || open || (line.kind === 'request' ? t.log.noAnswer : '');
  const row = (
    <>
      <time>{seconds(line.at - start)}</time>
      <span class="what">{titleOf(line)}</span>
      <span class="outcome" title={outcome}>
        {outcome}
      </span>
      <span class="ms">
        {line.count > 1 ? <b class="count">× {line.count}</b> : line.ms === null ? '' : duration(line.ms)}
      </span>
    </>
  );
  return (
    <li class="line" data-kind={line.kind} data-tone={line.tone}>
      {line.details ? (
        <button
          type="button"
          class="row"
          aria-expanded={unfolded.value}
          onClick={() => {
            unfolded.value = !unfolded.value;
          }}
        >
          {row}
        </button>
      ) : (
        <div class="row">{row}</div>
      )}
      {unfolded.value && <Tree value={maskSecrets(line.details)} open={3} />}
    </li>
  );
}

/** The hidden kinds. They are outside the component, so that closing the panel does not reset them. */
const hidden = new Set<LineKind>(['sync']);

export function LogPanel(props: { phone: PreviewPhone; version: number }) {
  const { phone } = props;
  const t = texts.value;
  const filter = useSignal<ReadonlySet<LineKind>>(new Set(hidden));
  const cleared = useSignal(0);
  const following = useSignal(true);
  const lastTop = useRef(0);
  const box = useRef<HTMLDivElement>(null);

  const all = logLines(phone.phone.events, phone.events);
  const start = all[0]?.at ?? 0;
  const lines = foldRepeated(all.slice(cleared.value).filter(({ kind }) => !filter.value.has(kind)));
  const count = (kind: LineKind) => all.filter((line) => line.kind === kind).length;
  // A rare kind gets a filter only if it has lines.
  const kinds = lineKinds.filter((kind) => !rare.has(kind) || count(kind) > 0);

  useEffect(() => {
    cleared.value = 0;
    following.value = true;
  }, [phone, cleared, following]);
  useEffect(() => {
    if (following.value && box.current) box.current.scrollTop = box.current.scrollHeight;
  });

  const toggle = (kind: LineKind) => {
    if (!hidden.delete(kind)) hidden.add(kind);
    filter.value = new Set(hidden);
  };
  return (
    <div class="log">
      <div class="filters">
        <fieldset>
          <legend class="unseen">{t.log.show}</legend>
          {kinds.map((kind) => (
            <button
              type="button"
              key={kind}
              data-kind={kind}
              aria-pressed={!filter.value.has(kind)}
              onClick={() => toggle(kind)}
            >
              {t.log.kinds[kind]} <small>{count(kind)}</small>
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          class="quiet"
          aria-label={t.log.clear}
          title={t.log.clear}
          onClick={() => {
            cleared.value = all.length;
          }}
        >
          <Icon name="clear" />
        </button>
      </div>
      <div
        class="scroll"
        ref={box}
        role="log"
        aria-label={t.panels.log}
        // A scrollable area must be focusable, for keyboard users.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
          const below = scrollHeight - scrollTop - clientHeight;
          // A new line also increases `below`. So the distance alone does not prove that the user has scrolled up.
          if (below < END_TOLERANCE) following.value = true;
          else if (scrollTop < lastTop.current) following.value = false;
          lastTop.current = scrollTop;
        }}
      >
        {lines.length === 0 && <p class="empty">{t.log.empty}</p>}
        <ol>
          {lines.slice(-MAX_LINES).map((line) => (
            <Line key={line.key} line={line} start={start} />
          ))}
        </ol>
      </div>
      {!following.value && (
        <button
          type="button"
          class="latest"
          onClick={() => {
            following.value = true;
            box.current?.focus();
          }}
        >
          <Icon name="chevron" /> {t.log.latest}
        </button>
      )}
    </div>
  );
}
