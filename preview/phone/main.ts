/** Starts the phone in the frame, and applies the updates of the development server. */
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

/** Mistakes in phone.config.ts and in the mini-program's sources. The server sends two separate lists. */
const mistakes = { ofConfig, ofSources: problems };
const allMistakes = (): Problem[] => [...mistakes.ofConfig, ...mistakes.ofSources];

const started = startPhone({ manifest, scripts, styles, templates }, allMistakes(), config);
started.catch((error: unknown) => {
  console.error(error);
  showCrash(document.body, error);
});

// Vite finds these calls by their text: `import.meta.hot.accept` must not be shortened.
if (import.meta.hot) {
  const update = (work: (phone: RunningPhone) => void) => {
    started.then(work, () => location.reload());
  };
  // New templates and styles apply to the running page, which keeps its data. Other changes restart the scene.
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
  const showMistakes = (next: Partial<typeof mistakes>) => {
    Object.assign(mistakes, next);
    update((phone) => phone.showProblems(allMistakes()));
  };
  import.meta.hot.on('miniprogram:problems', (next) => showMistakes({ ofSources: next }));
  import.meta.hot.on('phone:config-problems', (next) => showMistakes({ ofConfig: next }));
}
