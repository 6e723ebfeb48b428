/** A hundred tests of one component with miniprogram-simulate alone: the peer. */
import { loadComponent, measureRenders } from './renders';

measureRenders((simulate) => loadComponent(simulate, 'privacy-sheet'), ['同意']);
