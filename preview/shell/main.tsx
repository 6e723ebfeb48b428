/// <reference types="vite/client" />
/** The entry of index.html. */
import host from 'virtual:phone/host';
import { render } from 'preact';
import { App } from './app';
import { MAX_PHONES } from './beside/differences';
import { linkPhones } from './beside/linking';
import { createFrameLink } from './frame-link';
import { listenForPictures } from './overlay/picture-input';
import { listenToShortcuts, shellShortcuts } from './shortcuts';
import { followHistory, selected, slots } from './state';
import { resetEdits } from './values/reset';
import './styles/base.css';
import './styles/beside.css';
import './styles/inspect.css';
import './styles/layout.css';
import './styles/overlay.css';
import './styles/panels.css';
import './styles/values.css';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
followHistory();
const links = Array.from({ length: MAX_PHONES }, () => createFrameLink(host));
linkPhones(links);
listenForPictures();
listenToShortcuts({
  ...shellShortcuts,
  z() {
    const link = links[slots.value[selected.value] ?? 0];
    if (link) resetEdits(link);
  },
});
render(<App links={links} />, root);
