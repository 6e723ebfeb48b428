/**
 * Replaces the package `tldts` in the preview's bundle. MSW's cookie jar uses `tldts` to find the domains that may
 * share cookies. Its list of registries adds 300 KB, and the mock sets no cookies. Two labels are exact enough.
 */

/** The registrable domain of a host name, as `tldts.getDomain` gives it for names such as `www.example.com`. */
export function getDomain(hostname: string): string | null {
  const labels = hostname.split('.').filter((label) => label !== '');
  return labels.length < 2 ? null : labels.slice(-2).join('.');
}
