/** The phone in the frame, and what a development server may change about it while it runs. */
import './phone.css';
import manifest from 'virtual:miniprogram/manifest';
import problems from 'virtual:miniprogram/problems';
import scripts from 'virtual:miniprogram/scripts';
import styles from 'virtual:miniprogram/styles';
import templates from 'virtual:miniprogram/templates';
import config from 'virtual:phone/config';
import ofConfig from 'virtual:phone/problems';
import type { Problem } from '../vite/program/types';
import { showCrash } from './error-panel';
import { type RunningPhone, startPhone } from './start';

/** Mistakes of phone.config.ts, and of the mini-program's sources: each is told by itself. */
const mistakes = { ofConfig, ofSources: problems };
const allMistakes = (): Problem[] => [...mistakes.ofConfig, ...mistakes.ofSources];

const started = startPhone({ manifest, scripts, styles, templates }, allMistakes(), config);
started.catch((error: unknown) => {
  console.error(error);
  showCrash(document.body, error);
});

// Vite reads these calls as they are written: `import.meta.hot.accept` must not be shortened.
if (import.meta.hot) {
  const update = (work: (phone: RunningPhone) => void) => {
    started.then(work, () => location.reload());
  };
  // Templates and styles change under the running page, data kept; anything else starts the scene again.
  import.meta.hot.accept('virtual:miniprogram/templates', (next) => {
    if (next) update((phone) => phone.updateTemplates(next.default));
  });
  import.meta.hot.accept('virtual:miniprogram/styles', (next) => {
    if (next) update((phone) => phone.updateStyles(next.default));
  });
  import.meta.hot.accept('virtual:miniprogram/scripts', (next) => {
    if (next) update((phone) => phone.restart({ scripts: next.default }));
  });
  import.meta.hot.accept('virtual:miniprogram/manifest', (next) => {
    if (next) update((phone) => phone.restart({ manifest: next.default }));
  });
  const tell = (next: Partial<typeof mistakes>) => {
    Object.assign(mistakes, next);
    update((phone) => phone.showProblems(allMistakes()));
  };
  import.meta.hot.on('miniprogram:problems', (next) => tell({ ofSources: next }));
  import.meta.hot.on('phone:config-problems', (next) => tell({ ofConfig: next }));
}
