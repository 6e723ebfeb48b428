/**
 * Makes `@media (prefers-color-scheme: dark)` depend on the preview's theme instead of the computer's. The condition
 * becomes `:where(:root[data-theme="dark"])` in front of each selector. `:where` has no specificity.
 */
import type { AtRule, Container, Root, Rule } from 'postcss';

const feature = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/i;

/** The media query without its colour scheme. '': there is no other condition. null: it is too complex to rewrite. */
function rest(query: string): string | null {
  if (/\bnot\b|\bor\b/i.test(query)) return null;
  const parts = query
    .split(/\s+and\s+/i)
    .map((part) => part.trim())
    .filter((part) => !feature.test(part));
  const left = parts.join(' and ').trim();
  return /^(all|screen|only screen)?$/i.test(left) ? '' : left;
}

function prefix(container: Container, theme: string): void {
  container.walkRules((rule: Rule) => {
    const parent = rule.parent;
    if (parent?.type === 'atrule' && /keyframes$/i.test((parent as AtRule).name)) return;
    rule.selectors = rule.selectors.map((one) => `:where(:root[data-theme="${theme}"]) ${one}`);
  });
}

/**
 * Rewrites the media rules of a style sheet.
 * @returns the rules that are unchanged, because they could not be rewritten
 */
export function followTheme(root: Root): AtRule[] {
  const left: AtRule[] = [];
  root.walkAtRules((media) => {
    if (!/^media$/i.test(media.name)) return;
    if (!feature.test(media.params)) return;
    const queries = media.params.split(',').map((query) => query.trim());
    if (!queries.every((query) => !feature.test(query) || rest(query) !== null)) {
      left.push(media);
      return;
    }
    // Each query of the list has its own condition, so each gets a copy of the rule.
    for (const query of queries) {
      const copy = media.cloneBefore();
      const theme = feature.exec(query)?.[1]?.toLowerCase();
      if (theme !== undefined) prefix(copy, theme);
      const condition = theme === undefined ? query : (rest(query) ?? '');
      if (condition === '') copy.replaceWith(copy.nodes ?? []);
      else copy.params = condition;
    }
    media.remove();
  });
  return left;
}
