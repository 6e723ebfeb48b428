/** Groups and searches the scene list. Pure. */
import type { Bilingual, SceneEntry } from '../scene-list';

/** Scenes under one heading. */
interface SceneGroup {
  /** Unique. It is part of element ids. */
  id: string;
  /** null: the scenes have no group. */
  title: Bilingual | null;
  scenes: readonly SceneEntry[];
}

/** Does every word of the query occur in the scene's id, titles or descriptions? */
export function matches({ id, title, description }: SceneEntry, query: string): boolean {
  const text = [id, title.zh, title.en, description.zh, description.en].join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The groups with at least one match, in the order of their first scene in the list. */
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

/**
 * The id of the scene `step` positions after this one, limited to the first and the last scene. If the id is unknown:
 * the first scene, or for a negative `step` the last one.
 */
export function neighbour(groups: readonly SceneGroup[], id: string, step: number): string | undefined {
  const ids = groups.flatMap((group) => group.scenes.map((scene) => scene.id));
  const at = ids.indexOf(id);
  if (at < 0) return ids[step > 0 ? 0 : ids.length - 1];
  return ids[Math.min(Math.max(at + step, 0), ids.length - 1)];
}
