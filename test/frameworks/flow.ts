import type { Case } from '../stages/support/case';
import { listBackend } from './backend';
import { flowSteps, type Peculiarities } from './steps';

/**
 * The flow as a case of test/stages.
 * @param folder the framework's folder beside this file
 */
export function flow(folder: string, title: string, peculiarities: Peculiarities = {}): Case {
  const { mayReport = [] } = peculiarities;
  return {
    title,
    source: `test/frameworks/${folder}/src`,
    project: `test/frameworks/${folder}`,
    server: listBackend,
    opened: { has: ['未登录', '登录'], title: '清单', mayReport },
    steps: flowSteps(peculiarities).map((step) => ({ ...step, mayReport })),
  };
}
