/** The peer of stage-tests.ts: a hundred tests of one component with miniprogram-simulate alone. */
import { loadComponent, measureRenders } from './renders';

measureRenders((simulate) => loadComponent(simulate, 'privacy-sheet'), ['同意']);
