/** Shows the mistakes in the sources over the phone, and logs them. */
import { formatProblem, problemOf } from '../vite/program/problems';
import type { Problem } from '../vite/program/types';
import { showProblems } from './error-panel';
import type { Sources } from './session';
import type { StageLog } from './stage/log';
import { relevantProblems } from './stage/relevance';

/** The errors that are displayed over the phone. */
export interface ShownProblems {
  /** Errors in the sources, including the sources of pages that are not open. */
  readonly errors: readonly Problem[];
  /** Replaces the list, after a change of the sources. */
  replace(problems: readonly Problem[]): void;
  /** Call when the open pages have changed. @param routes from bottom to top */
  pagesChanged(routes: readonly string[]): void;
  /** Closes the panel. Call it before another scene opens; that scene shows the panel again. */
  close(): void;
}

/** The shell displays the same text. */
const unknownSceneText = (scene: string): string =>
  `没有名为“${scene}”的场景，/scenes.json 里有全部场景。 There is no scene called “${scene}”: /scenes.json lists all.`;

const isError = ({ severity }: Problem): boolean => severity === 'error';

interface Options {
  first: readonly Problem[];
  sources: Sources;
  log: StageLog;
  /** The scene's name in the URL, if no scene has this name. */
  unknownScene(): string | undefined;
}

/** Creates the display, with the first problems. */
export function createShownProblems({ first, sources, log, unknownScene }: Options): ShownProblems {
  let problems = first;
  let pages: readonly string[] = [];
  let shown = '';

  /**
   * Shows the errors of the open pages over the phone. If the user has closed the panel, it stays closed until the
   * errors change. All errors are logged, and the warnings of the open pages.
   */
  function show(): void {
    const relevant = relevantProblems(problems, sources.manifest, sources.scripts, pages);
    const unknown = unknownScene();
    const noScene = unknown === undefined ? [] : [problemOf('error', '?scene=', unknownSceneText(unknown))];
    const errors = [...noScene, ...relevant.filter(isError)];
    for (const problem of new Set([...problems.filter(isError), ...relevant]))
      log.problemOnce(formatProblem({ ...problem, frame: '' }));
    const text = JSON.stringify(errors);
    if (text === shown) return;
    shown = text;
    showProblems(document.body, errors);
  }

  show();
  return {
    get errors() {
      return problems.filter(isError);
    },
    replace(next) {
      problems = next;
      show();
    },
    pagesChanged(routes) {
      pages = routes;
      show();
    },
    close() {
      shown = '';
      showProblems(document.body, []);
    },
  };
}
