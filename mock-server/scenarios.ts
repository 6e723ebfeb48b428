/** Named start states: one list for tests, the preview and DevTools compile modes. */
import { failures } from './scenario-list/failures';
import { filling } from './scenario-list/fill';
import { guests } from './scenario-list/guests';
import { members } from './scenario-list/members';
import { phoneNumbers } from './scenario-list/phone-numbers';
import { refusals } from './scenario-list/refusals';
import type { Scenario } from './types';

/** The default scenario. */
export const DEFAULT_SCENARIO = 'guest';

/** All scenarios, in the order of the lists that show them. */
export const scenarios: readonly Scenario[] = [
  ...guests,
  ...filling,
  ...members,
  ...phoneNumbers,
  ...refusals,
  ...failures,
];

const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));

/** The message for an unknown scenario. */
export function unknownScenario(id: string): string {
  return `Unknown scenario "${id.slice(0, 100)}". Known: ${[...byId.keys()].join(', ')}`;
}

/**
 * The scenario with this id.
 * @throws Error that lists the known ids
 */
export function getScenario(id: string): Scenario {
  const scenario = byId.get(id);
  if (!scenario) throw new Error(unknownScenario(id));
  return scenario;
}

export function isScenario(id: string): boolean {
  return byId.has(id);
}
