/** The row of buttons below the phone: page, restart, relaunch, expire sessions, network. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { areLinked } from './beside/differences';
import type { FrameLink } from './frame-link';
import { Icon } from './icons';
import { PageChooser } from './page-chooser';
import { choices, selected, texts } from './state';

/** How long a message is displayed, ms. */
const MESSAGE_TIME = 4000;

/**
 * The buttons. `link`: the selected phone; `links`: all open phones. Linked phones do not repeat a restart, so this
 * component restarts all of them.
 */
export function Actions({ link, links }: { link: FrameLink; links: readonly FrameLink[] }) {
  const t = texts.value;
  const busy = useSignal(false);
  const status = useSignal<'' | 'expired'>('');
  const running = link.phone.value;
  // Reading the signal subscribes to changes of the phone: `online` is not a signal.
  void link.version.value;
  const online = running?.phone.online ?? true;
  const disabled = !running || busy.value;
  const linked = areLinked(choices.value);
  const restart = () => {
    for (const one of linked ? links : [link]) one.restart();
  };
  const act = async (what: Promise<void> | undefined) => {
    busy.value = true;
    try {
      await what;
    } finally {
      busy.value = false;
      link.touch();
    }
  };
  const expire = async () => {
    await running?.expireSessions();
    status.value = 'expired';
  };
  useEffect(() => {
    if (status.value === '') return;
    const timer = setTimeout(() => {
      status.value = '';
    }, MESSAGE_TIME);
    return () => clearTimeout(timer);
  }, [status.value, status]);
  return (
    <div class="actions">
      <p class="said" role="status">
        {status.value === '' ? '' : t[status.value]}
      </p>
      {links.length > 1 && (
        <b class="which">{linked ? t.beside.all(links.length) : t.beside.phone(selected.value + 1)}</b>
      )}
      <PageChooser routes={running?.routes ?? []} restart={restart} />
      <button type="button" title={t.restartHint} onClick={restart}>
        <Icon name="restart" />
        {t.restart}
      </button>
      <button
        type="button"
        title={t.relaunchHint}
        disabled={disabled}
        onClick={() => act(running?.relaunch())}
      >
        <Icon name="relaunch" />
        {t.relaunch}
      </button>
      {(!running || running.backend?.expireSessions) && (
        <button type="button" title={t.expireHint} disabled={disabled} onClick={() => act(expire())}>
          <Icon name="expire" />
          {t.expire}
        </button>
      )}
      <button
        type="button"
        class={online ? '' : 'on'}
        disabled={disabled}
        onClick={() => {
          running?.setOnline(!online);
        }}
      >
        <Icon name={online ? 'offline' : 'online'} />
        {online ? t.goOffline : t.goOnline}
      </button>
    </div>
  );
}
