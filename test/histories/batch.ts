/** A process of `npm run soak`. It does not use Jest, whose sandbox slows down every access to a global. */
import { serveBatch } from '../support/batch-process';
import { type CheckOptions, checkHistories } from './check';
import { installDom } from './dom';

serveBatch((options: CheckOptions, onHistory) => {
  installDom();
  return checkHistories({ ...options, onHistory });
});
