/** The scenes as lists show them: what `phone.config.ts` says, without its functions. */
import type { Config, SceneConfig, Text } from '../simulator/config/types';

/** A text in the two languages of the preview. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** One scene of the list. */
export interface SceneEntry {
  id: string;
  title: Bilingual;
  description: Bilingual;
  /** Heading under which it stands; null: under none. */
  group: Bilingual | null;
  /** What a newcomer can try; null: nothing is suggested. */
  hint: Bilingual | null;
}

/** What the shell knows of the mini-program before it runs. */
export interface SceneList {
  /** The mini-program's name; empty when nothing says it. */
  title: string;
  /** The scene that shows when none is named. */
  start: string;
  scenes: readonly SceneEntry[];
}

/** A page of app.json. */
export interface ListedPage {
  /** E.g. `pages/list/list`. */
  route: string;
  /** What its navigation bar says; empty: nothing. */
  title: string;
}

const both = (text: Text): Bilingual => (typeof text === 'string' ? { zh: text, en: text } : text);
const orNull = (text: Text | undefined): Bilingual | null => (text === undefined ? null : both(text));

/** The last part of a route, or all of it where two pages have the same last part. */
function idOf(route: string, all: readonly ListedPage[]): string {
  const short = (path: string) => path.split('/').at(-1) ?? path;
  const isUnique = all.filter((page) => short(page.route) === short(route)).length === 1;
  return (isUnique ? short(route) : route).replace(/[^\w\u4e00-\u9fff-]+/g, '-');
}

/** The scenes of a mini-program without any of its own: one for each page, the first one first. */
export const scenesOfPages = (pages: readonly ListedPage[]): Record<string, SceneConfig> =>
  Object.fromEntries(
    pages.map(({ route, title }) => [
      idOf(route, pages),
      title === '' ? { title: route, page: route } : { title, description: route, page: route },
    ]),
  );

/** The list of a config. @param name The mini-program's name where the config says none. */
export function sceneListOf(config: Config, name: string): SceneList {
  const scenes = Object.entries(config.scenes ?? {}).map(([id, scene]) => ({
    id,
    title: both(scene.title ?? id),
    description: both(scene.description ?? ''),
    group: orNull(scene.group),
    hint: orNull(scene.hint),
  }));
  return { title: config.title ?? name, start: config.start ?? scenes[0]?.id ?? '', scenes };
}
