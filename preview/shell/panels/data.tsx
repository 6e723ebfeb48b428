/** The live `data` of every page in the stack, with what changed just now lit up. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewPhone } from '../../bridge';
import { texts } from '../state';
import { changedPaths } from './changes';
import { Tree } from './tree';

/** How long a change stays lit, ms: as long as its animation in panels.css. */
const LIT = 1600;

/** Paths of `value` that changed within the last moment. `identity`: another one starts afresh. */
function useFresh(value: unknown, identity: string): ReadonlySet<string> {
  const before = useRef<{ identity: string; value: unknown; text: string }>(undefined);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const text = JSON.stringify(value) ?? '';
  useEffect(() => {
    const last = before.current;
    before.current = { identity, value, text };
    if (!last || last.identity !== identity || last.text === text) return;
    setFresh(new Set(changedPaths(last.value, value)));
    const timer = setTimeout(() => setFresh(new Set()), LIT);
    return () => clearTimeout(timer);
    // The text stands for the value.
  }, [text, identity]);
  return fresh;
}

function PageData(props: { page: { route: string; data: Readonly<Record<string, unknown>> }; top: boolean }) {
  const { page, top } = props;
  const t = texts.value;
  const fresh = useFresh(page.data, page.route);
  return (
    <section class="block">
      <h2>
        <span>{t.data.page}</span> {page.route}
      </h2>
      <Tree value={page.data} fresh={fresh} open={top ? 2 : 1} />
      <p class="unseen" role="status">
        {fresh.size > 0 ? `${[...fresh].join(', ')} ${t.data.changed}` : ''}
      </p>
    </section>
  );
}

export function DataPanel(props: { phone: PreviewPhone; version: number }) {
  const pages = props.phone.pages();
  if (pages.length === 0) return <p class="empty">{texts.value.data.none}</p>;
  return (
    <>
      {pages
        .map((page, depth) => (
          <PageData key={`${depth}-${page.route}`} page={page} top={depth === pages.length - 1} />
        ))
        .reverse()}
    </>
  );
}
