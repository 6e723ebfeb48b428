/// <reference types="vite/client" />
/** The entry of index.html. */
import { render } from 'preact';
import { App } from './app';
import { createFrameLink } from './frame-link';
import { listenForPictures } from './overlay/give';
import { listenToShortcuts, shellShortcuts } from './shortcuts';
import { followHistory } from './state';
import { resetEdits } from './values/reset';
import './styles/base.css';
import './styles/inspect.css';
import './styles/layout.css';
import './styles/overlay.css';
import './styles/panels.css';
import './styles/values.css';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
followHistory();
const link = createFrameLink();
listenForPictures();
listenToShortcuts({ ...shellShortcuts, z: () => resetEdits(link) });
render(<App link={link} />, root);
