/** Scenes that look the same. Pure. */

/** What scenes look like: id → one text for each theme; a scene that is missing or incomplete looks like nothing yet. */
export type Looks = ReadonlyMap<string, Readonly<Partial<Record<'light' | 'dark', string>>>>;

/**
 * Which scenes look the same as an earlier one, in both themes.
 * @param ids in the order of the sheet
 * @returns id → id of the first scene that looks so
 */
export function sameScenes(ids: readonly string[], looks: Looks): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const same = new Map<string, string>();
  for (const id of ids) {
    const { light, dark } = looks.get(id) ?? {};
    if (light === undefined || dark === undefined) continue;
    const look = `${light}\0${dark}`;
    const known = first.get(look);
    if (known === undefined) first.set(look, id);
    else same.set(id, known);
  }
  return same;
}
