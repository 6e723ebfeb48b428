/** The phone in the frame: the world behind it, the phone, the stage, and its screen. */
import './phone.css';
import manifest from 'virtual:miniprogram/manifest';
import problems from 'virtual:miniprogram/problems';
import scripts from 'virtual:miniprogram/scripts';
import styles from 'virtual:miniprogram/styles';
import templates from 'virtual:miniprogram/templates';
import { startPhone } from './start';

const started = startPhone({ manifest, scripts, styles, templates, problems });

if (import.meta.hot) {
  const { hot } = import.meta;
  // Templates and styles change under the running page; anything else starts the scene again.
  hot.accept('virtual:miniprogram/templates', (next) => {
    if (next) started.then((phone) => phone.updateTemplates(next.default));
  });
  hot.accept('virtual:miniprogram/styles', (next) => {
    if (next) started.then((phone) => phone.updateStyles(next.default));
  });
  hot.accept(['virtual:miniprogram/scripts', 'virtual:miniprogram/manifest'], () => location.reload());
  hot.on('miniprogram:problems', (next) => started.then((phone) => phone.showProblems(next)));
}
