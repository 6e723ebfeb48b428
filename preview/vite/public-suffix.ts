/**
 * Stands in for the package `tldts` in the preview's bundle. MSW keeps a cookie jar, the jar asks which domains may
 * share cookies, and `tldts` answers with the list of all the world's registries: 300 KB for a mock that sets no
 * cookies. Two labels are near enough.
 */

/** The registrable domain of a host name, as `tldts.getDomain` would give it for `example.com` and the like. */
export function getDomain(hostname: string): string | null {
  const labels = hostname.split('.').filter((label) => label !== '');
  return labels.length < 2 ? null : labels.slice(-2).join('.');
}
