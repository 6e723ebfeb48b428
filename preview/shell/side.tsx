/** The side of the shell: the tabs, and the open panel. */
import { useRef } from 'preact/hooks';
import { aboutPhone } from './beside/caption';
import { type Panel, panels } from './choices';
import type { FrameLink } from './frame-link';
import { CheckPanel } from './panels/check';
import { DataPanel } from './panels/data';
import { InspectPanel } from './panels/inspect';
import { LogPanel } from './panels/log';
import { NetworkPanel } from './panels/network';
import { PersonPanel } from './panels/person';
import { PicturePanel } from './panels/picture';
import { RecordPanel } from './panels/record';
import { StoragePanel } from './panels/storage';
import { choices, choose, phones, selected, texts } from './state';

/**
 * The open panel. The prop `version` changes after each change of the phone, so that the panel renders again: a
 * component that uses signals does not render if all props are the same.
 */
function Body(props: { panel: Panel; link: FrameLink }) {
  const { panel, link } = props;
  const version = link.version.value;
  const phone = link.phone.value;
  // For an untrusted phone, this panel still works in part: the design overlay does not read the phone's document.
  if (panel === 'picture' && link.isApart) return <PicturePanel link={link} />;
  if (!phone) return <p class="empty">{link.isApart ? texts.value.untrusted : texts.value.starting}</p>;
  switch (panel) {
    case 'log':
      return <LogPanel phone={phone} version={version} />;
    case 'data':
      return <DataPanel link={link} phone={phone} version={version} />;
    case 'storage':
      return <StoragePanel link={link} phone={phone} version={version} />;
    case 'person':
      return <PersonPanel phone={phone} version={version} />;
    case 'check':
      return <CheckPanel link={link} version={version} />;
    case 'inspect':
      return <InspectPanel link={link} version={version} />;
    case 'picture':
      return <PicturePanel link={link} />;
    case 'record':
      return <RecordPanel link={link} version={version} />;
    case 'network':
      return <NetworkPanel phone={phone} version={version} restart={link.restart} />;
  }
}

/** The side. `links`: one for each possible phone, by the phone's index. The side applies to the selected phone. */
export function Side({ links }: { links: readonly FrameLink[] }) {
  const t = texts.value;
  const { panel } = choices.value;
  const list = useRef<HTMLDivElement>(null);
  const index = selected.value;
  const link = links[index];
  if (panel === 'none' || !link) return null;
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = panels[(panels.indexOf(panel) + step + panels.length) % panels.length];
    if (!next) return;
    choose({ panel: next }, 'replace');
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <aside class="side">
      {phones.value.length > 1 && (
        <h2 class="about" id="about">
          {aboutPhone(index)}
        </h2>
      )}
      <div class="tabs" role="tablist" ref={list}>
        {panels.map((one) => (
          <button
            type="button"
            role="tab"
            key={one}
            id={`tab-${one}`}
            aria-selected={one === panel}
            aria-controls="panel"
            tabIndex={one === panel ? 0 : -1}
            onClick={() => choose({ panel: one }, 'replace')}
            onKeyDown={onKey}
          >
            {t.panels[one]}
          </button>
        ))}
      </div>
      <div
        class={`panel ${panel}`}
        id="panel"
        role="tabpanel"
        aria-labelledby={`tab-${panel} about`}
        // A scrollable area must be focusable, for keyboard users.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
      >
        <Body key={index} panel={panel} link={link} />
      </div>
      {link.phone.value?.interception === 'page' && <p class="note foot">{t.pageInterception}</p>}
    </aside>
  );
}
