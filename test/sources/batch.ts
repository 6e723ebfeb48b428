/** A process of `npm run soak:sources`. */
import { serveBatch } from '../support/batch-process';
import { checkSources } from './check';

serveBatch(checkSources);
