/**
 * Replaces the package `tldts` in the preview's bundle. MSW's cookie jar uses `tldts` to find the domains that may
 * share cookies. Its list of public suffixes would add 300 KB. The mock sets no cookies, so the last two labels of a
 * host name are exact enough.
 */

/**
 * The registrable domain of a host name. For names such as `www.example.com`, the result is the same as that of
 * `tldts.getDomain`.
 */
export function getDomain(hostname: string): string | null {
  const labels = hostname.split('.').filter((label) => label !== '');
  return labels.length < 2 ? null : labels.slice(-2).join('.');
}
