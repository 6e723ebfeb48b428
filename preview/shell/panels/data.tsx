/** The panel *Data*: the live data of every page of the stack and of its components; each value can be edited. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewPhone } from '../../bridge';
import type { LiveOwner, LiveValues } from '../../live-values';
import type { FrameLink } from '../frame-link';
import { Icon } from '../icons';
import { texts } from '../state';
import { chosenOwner } from '../values/chosen';
import { ResetEdits } from '../values/reset';
import { PAGE_SIZE, ValueTree } from '../values/value-tree';

/** A status text for screen readers: the fields that `setData` has just set. */
function useChanges(phone: PreviewPhone, is: string): string {
  const lastEvent = useRef(phone.events.at(-1));
  // The log removes old lines, so an index is not stable: store the last event instead.
  const from = lastEvent.current === undefined ? 0 : phone.events.lastIndexOf(lastEvent.current) + 1;
  lastEvent.current = phone.events.at(-1);
  const keys = phone.events
    .slice(from)
    .flatMap((event) =>
      event.kind === 'set-data' && event.route === is ? Object.keys(event.data ?? {}) : [],
    );
  return keys.length === 0 ? '' : `${[...new Set(keys)].join(', ')} ${texts.value.data.changed}`;
}

interface OwnerProps {
  owner: LiveOwner;
  version: number;
}

/** One component: its name, and its data if it is unfolded. */
function ComponentData({ owner, version }: OwnerProps) {
  const isChosen = chosenOwner.value?.owner === owner.id;
  const [unfolded, setUnfolded] = useState(isChosen);
  const head = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isChosen) return;
    setUnfolded(true);
    head.current?.scrollIntoView({ block: 'nearest' });
    head.current?.focus({ preventScroll: true });
  }, [isChosen]);
  return (
    <li class="component" style={{ '--depth': owner.depth - 1 }}>
      <button
        type="button"
        ref={head}
        class="leaf"
        data-chosen={isChosen}
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
      >
        <Icon name="chevron" class="fold" />
        <b>{owner.is}</b>
        <span class="label">{owner.label}</span>
      </button>
      {unfolded && <ValueTree source={owner} version={version} typeOf={owner.propertyType} />}
    </li>
  );
}

function Components({ live, page, version }: { live: LiveValues; page: LiveOwner; version: number }) {
  const t = texts.value;
  const isChosen = chosenOwner.value?.page === page.id;
  const [unfolded, setUnfolded] = useState(isChosen);
  const [count, setCount] = useState(PAGE_SIZE);
  useEffect(() => {
    if (isChosen) setUnfolded(true);
  }, [isChosen]);
  const limit = isChosen ? Number.POSITIVE_INFINITY : count + 1;
  // While folded, find only one component, to know whether there are any.
  const found = live.components(page, unfolded ? limit : 1);
  const shown = isChosen ? found : found.slice(0, count);
  if (found.length === 0) return null;
  return (
    <div class="components">
      <button type="button" class="leaf" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        <Icon name="chevron" class="fold" />
        {t.data.components}
      </button>
      {unfolded && (
        <ul>
          {shown.map((owner) => (
            <ComponentData key={owner.id} owner={owner} version={version} />
          ))}
          {found.length > shown.length && (
            <li>
              <button type="button" class="more" onClick={() => setCount(count + PAGE_SIZE)}>
                {t.data.moreComponents}
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function PageData(props: OwnerProps & { phone: PreviewPhone; top: boolean }) {
  const { phone, owner, top, version } = props;
  const t = texts.value.data;
  const changes = useChanges(phone, owner.is);
  return (
    <section class="block">
      <h2>
        <span>{t.page}</span> {owner.is}
      </h2>
      <ValueTree source={owner} version={version} open={top ? 1 : 0} typeOf={owner.propertyType} />
      <Components live={phone.live} page={owner} version={version} />
      <p class="unseen" role="status">
        {changes}
      </p>
    </section>
  );
}

export function DataPanel(props: { link: FrameLink; phone: PreviewPhone; version: number }) {
  const { link, phone, version } = props;
  const t = texts.value;
  const pages = phone.live.pages();
  useEffect(
    () => () => {
      chosenOwner.value = null;
    },
    [],
  );
  return (
    <>
      <div class="values-bar">
        <p class="note">{t.data.intro}</p>
        <ResetEdits link={link} edits={phone.live.edits} />
      </div>
      {pages.length === 0 && <p class="empty">{t.data.none}</p>}
      {pages
        .map((owner, depth) => (
          <PageData
            key={owner.id}
            phone={phone}
            owner={owner}
            top={depth === pages.length - 1}
            version={version}
          />
        ))
        .reverse()}
    </>
  );
}
