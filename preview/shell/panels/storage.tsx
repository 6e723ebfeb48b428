/** What the mini-program has stored on the phone, key by key. */
import type { PreviewPhone } from '../../bridge';
import { texts } from '../state';
import { maskSecrets } from './mask';
import { Tree } from './tree';

export function StoragePanel(props: { phone: PreviewPhone; version: number }) {
  const t = texts.value;
  const storage = props.phone.phone.storage;
  const keys = Object.keys(storage);
  if (keys.length === 0) return <p class="empty">{t.storage.none}</p>;
  return (
    <section class="block">
      <Tree value={maskSecrets(storage)} open={3} />
      {keys.includes('rd3_session') && <p class="note">{t.storage.hidden}</p>}
    </section>
  );
}
