/** Whole projects of the repository, opened on both stages. */
import type { Case } from '../../support/case';

const cases: Record<string, Case> = {
  visitor: {
    says: 'a small TypeScript project with two pages and a component opens',
    source: 'test/fixtures/apps/visitor',
    project: 'test/fixtures/apps/visitor',
  },
  'tea-house': {
    says: 'a JavaScript project with sub-packages, a custom tab bar, a package and behaviors opens',
    source: 'test/fixtures/apps/tea-house',
    project: 'test/fixtures/apps/tea-house',
  },
};

export default cases;
