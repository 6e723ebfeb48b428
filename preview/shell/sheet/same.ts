/** Finds scenes that look the same. Pure. */

/** Scene id → fingerprint of the snapshot in each theme. A scene without both fingerprints is not compared. */
type Fingerprints = ReadonlyMap<string, Readonly<Partial<Record<'light' | 'dark', string>>>>;

/**
 * Finds the scenes that look the same as an earlier one, in both themes.
 * @param ids in the order of the sheet
 * @returns id → id of the first scene that looks the same
 */
export function sameScenes(ids: readonly string[], fingerprints: Fingerprints): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const same = new Map<string, string>();
  for (const id of ids) {
    const { light, dark } = fingerprints.get(id) ?? {};
    if (light === undefined || dark === undefined) continue;
    const fingerprint = `${light}\0${dark}`;
    const known = first.get(fingerprint);
    if (known === undefined) first.set(fingerprint, id);
    else same.set(id, known);
  }
  return same;
}
