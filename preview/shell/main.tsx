/// <reference types="vite/client" />
/** The entry of index.html. */
import { render } from 'preact';
import { App } from './app';
import { createFrameLink } from './frame-link';
import { listenToShortcuts, shellShortcuts } from './shortcuts';
import { followHistory } from './state';
import './styles/base.css';
import './styles/inspect.css';
import './styles/layout.css';
import './styles/panels.css';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
followHistory();
listenToShortcuts(shellShortcuts);
render(<App link={createFrameLink()} />, root);
