/** Shows the mistakes in the sources over the phone, and logs them. */
import { formatProblem, problemOf } from '../vite/program/problems';
import type { Problem } from '../vite/program/types';
import { showProblems } from './error-panel';
import type { Sources } from './session';
import type { StageLog } from './stage/log';
import { relevantProblems } from './stage/relevance';

/** The shown mistakes. */
export interface ShownProblems {
  /** Errors in the sources, also in those of pages that are not open. */
  readonly errors: readonly Problem[];
  /** Replaces the list, after a change of the sources. */
  replace(problems: readonly Problem[]): void;
  /** The open pages have changed. @param routes bottom to top */
  pagesChanged(routes: readonly string[]): void;
  /** Closes the panel: another scene opens, which shows it again. */
  close(): void;
}

/** The same text as in the shell. */
const unknownSceneText = (scene: string): string =>
  `没有名为“${scene}”的场景，/scenes.json 里有全部场景。 There is no scene called “${scene}”: /scenes.json lists all.`;

const isError = ({ severity }: Problem): boolean => severity === 'error';

interface Options {
  first: readonly Problem[];
  sources: Sources;
  log: StageLog;
  /** A name in the address that no scene has. */
  unknownScene(): string | undefined;
}

/** Shows the first problems. */
export function createShownProblems({ first, sources, log, unknownScene }: Options): ShownProblems {
  let problems = first;
  let pages: readonly string[] = [];
  let shown = '';

  /**
   * Shows the errors of the open pages over the phone. The same errors are not shown twice: a closed panel stays
   * closed. All errors, and the warnings of the open pages, are logged.
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
