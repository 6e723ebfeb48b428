/** Whole projects of the repository, opened on both stages. */
import type { Case } from '../../support/case';

const cases: Record<string, Case> = {
  visitor: {
    title: 'a small TypeScript project with two pages and a component opens',
    source: 'test/fixtures/apps/visitor',
    project: 'test/fixtures/apps/visitor',
  },
  'tea-house': {
    title: 'a JavaScript project with sub-packages, a custom tab bar, a package and behaviors opens',
    source: 'test/fixtures/apps/tea-house',
    project: 'test/fixtures/apps/tea-house',
  },
  'preview-app': {
    title: 'the project of the browser tests shows the same text on both stages',
    source: 'test/fixtures/preview-app',
    project: 'test/fixtures/preview-app',
    page: 'pages/detail/detail',
    query: { from: 'case' },
    opened: { has: 'from case' },
  },
};

export default cases;
