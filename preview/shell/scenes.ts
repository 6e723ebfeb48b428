/** The scene list as a designer reads it: under its headings, and searchable. Pure. */
import type { Bilingual, SceneEntry } from '../scene-list';

/** Scenes under one heading. */
export interface SceneGroup {
  /** Distinct, e.g. for ids of elements. */
  id: string;
  /** null: these stand under no heading of their own. */
  title: Bilingual | null;
  scenes: readonly SceneEntry[];
}

/** Does every word of the query stand somewhere in the scene's id, titles or descriptions? */
export function matches({ id, title, description }: SceneEntry, query: string): boolean {
  const text = [id, title.zh, title.en, description.zh, description.en].join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The groups that have something to show for this query, in the order in which the list first names them. */
export function groupScenes(scenes: readonly SceneEntry[], query = ''): SceneGroup[] {
  const groups = new Map<string, { title: Bilingual | null; scenes: SceneEntry[] }>();
  for (const scene of scenes) {
    const key = scene.group?.en ?? '';
    const group = groups.get(key) ?? { title: scene.group, scenes: [] };
    groups.set(key, group);
    if (matches(scene, query)) group.scenes.push(scene);
  }
  return [...groups.values()]
    .map((group, at) => ({ id: String(at), ...group }))
    .filter((group) => group.scenes.length > 0);
}

/** The scene `step` places after this one in the list as it is shown, without going round. */
export function neighbour(groups: readonly SceneGroup[], id: string, step: number): string | undefined {
  const ids = groups.flatMap((group) => group.scenes.map((scene) => scene.id));
  const at = ids.indexOf(id);
  if (at < 0) return ids[step > 0 ? 0 : ids.length - 1];
  return ids[Math.min(Math.max(at + step, 0), ids.length - 1)];
}
