/// <reference types="vite/client" />
/** The entry of sheet.html. */
import { render } from 'preact';
import { listenToShortcuts, sheetShortcuts } from '../shortcuts';
import { followHistory } from '../state';
import { Sheet } from './sheet';
import '../styles/base.css';
import '../styles/sheet.css';

const root = document.getElementById('app');
if (!root) throw new Error('sheet.html has no #app');
followHistory();
listenToShortcuts(sheetShortcuts);
render(<Sheet />, root);
