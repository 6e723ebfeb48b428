/** The scenario list as a designer reads it: grouped by what it is about, and searchable. Pure. */
import type { Scenario } from '../../mock-server/types';

/** The groups, in order. A scenario's group follows from what it starts with, so a new one needs no entry here. */
export const groupIds = ['new', 'form', 'known', 'session', 'trouble'] as const;
export type GroupId = (typeof groupIds)[number];

export interface SceneGroup {
  id: GroupId;
  scenes: readonly Scenario[];
}

/**
 * - `form`: the scene needs a person's steps or consent first.
 * - `trouble`: the network, the server or WeChat fails.
 * - `session`: a login that has run out.
 * - `known`: ends with a person on the page; `new`: ends without one.
 */
export function groupOf(scenario: Scenario): GroupId {
  const { phone, server } = scenario;
  if (scenario.person || phone.privacy) return 'form';
  const wechat = server.wechat;
  const fails = (server.faults ?? []).length > 0 || wechat?.code2SessionError || wechat?.blocked;
  if (fails || phone.online === false) return 'trouble';
  if (phone.stored?.session === 'expired' || wechat?.sessionKeyExpired) return 'session';
  return scenario.endsIn.isLogin === 1 ? 'known' : 'new';
}

/** Does every word of the query stand somewhere in the scenario's id, titles or descriptions? */
export function matches(scenario: Scenario, query: string): boolean {
  const { id, title, description, phone } = scenario;
  const text = [id, title.zh, title.en, description.zh, description.en, phone.era].join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The groups that have something to show for this query. */
export function groupScenes(scenes: readonly Scenario[], query = ''): SceneGroup[] {
  const found = scenes.filter((scenario) => matches(scenario, query));
  return groupIds
    .map((id) => ({ id, scenes: found.filter((scenario) => groupOf(scenario) === id) }))
    .filter((group) => group.scenes.length > 0);
}

/** The scenario `step` places after this one in the list as it is shown, without going round. */
export function neighbour(groups: readonly SceneGroup[], id: string, step: number): string | undefined {
  const ids = groups.flatMap((group) => group.scenes.map((scene) => scene.id));
  const at = ids.indexOf(id);
  if (at < 0) return ids[step > 0 ? 0 : ids.length - 1];
  return ids[Math.min(Math.max(at + step, 0), ids.length - 1)];
}
