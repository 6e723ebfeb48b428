/** Accessibility scan of a page with axe-core. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** All violations that axe finds, of any severity: one line each with rule, element and reason. */
export async function axeFindings(place: Page): Promise<string[]> {
  if (!(await place.evaluate(() => 'axe' in window))) await place.addScriptTag({ content: axe.source });
  return place.evaluate(async () => {
    const inPage = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.axe.run(document, { iframes: false, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
    );
  });
}
