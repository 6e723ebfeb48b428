/** The tab bar that the phone draws. */
import type { Project } from './project';

/**
 * Finds a tab by its text or its page.
 * @param top The route of the top page.
 * @throws Error that lists the tabs, or says that no tab bar is visible.
 */
export function findTab(
  project: Project,
  requested: string,
  top: string,
): { index: number; pagePath: string; text: string } {
  const index = project.tabs.findIndex(({ text, pagePath }) => text === requested || pagePath === requested);
  const tab = project.tabs[index];
  if (tab === undefined) {
    const listed = project.tabs.map(({ text, pagePath }) => `  ${text ?? ''} ${pagePath}`).join('\n');
    throw new Error(`There is no tab "${requested}". The tab bar shows:\n${listed || '  nothing'}`);
  }
  if (!project.isTab(top)) throw new Error(`No tab bar is showing: ${top} is not a tab.`);
  if (project.config.tabBar?.custom === true) {
    throw new Error('This mini-program has a custom tab bar: tap its elements like those of a page.');
  }
  return { index, pagePath: tab.pagePath, text: tab.text ?? '' };
}
