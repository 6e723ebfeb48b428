/** The list of scenes: the data of `phone.config.ts`, without its functions. */
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
  /** Heading of its group; null: it has none. */
  group: Bilingual | null;
  /** A hint that shows new users what to try. null: none. */
  hint: Bilingual | null;
}

/** Data of the mini-program that the shell has before the mini-program runs. */
export interface SceneList {
  /** The mini-program's name; empty: unknown. */
  title: string;
  /** Id of the default scene. */
  start: string;
  scenes: readonly SceneEntry[];
}

/** A page of app.json. */
export interface ListedPage {
  /** E.g. `pages/list/list`. */
  route: string;
  /** Title of its navigation bar; empty: none. */
  title: string;
}

const both = (text: Text): Bilingual => (typeof text === 'string' ? { zh: text, en: text } : text);
const orNull = (text: Text | undefined): Bilingual | null => (text === undefined ? null : both(text));

const lastPart = (route: string): string => route.split('/').at(-1) ?? route;

/**
 * Creates scenes for a mini-program without scenes: one for each page, in the same order. The scene's id is the last
 * part of the route. It is the whole route if two pages have the same last part. It is also the whole route if the last
 * part is a number, because an object puts numeric keys before all others.
 */
export function scenesOfPages(pages: readonly ListedPage[]): Record<string, SceneConfig> {
  const uses = new Map<string, number>();
  for (const { route } of pages) uses.set(lastPart(route), (uses.get(lastPart(route)) ?? 0) + 1);
  const scenes = new Map<string, SceneConfig>();
  for (const { route, title } of pages) {
    const short = lastPart(route);
    const name = uses.get(short) === 1 && !/^\d+$/.test(short) ? short : route;
    let id = name.replace(/[^\w\u4e00-\u9fff-]+/g, '-');
    while (scenes.has(id)) id += '-';
    scenes.set(id, title === '' ? { title: route, page: route } : { title, description: route, page: route });
  }
  return Object.fromEntries(scenes);
}

/** Creates the list of scenes from a config. @param name the mini-program's name, used if the config has no title */
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
