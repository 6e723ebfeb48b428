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

const lastPart = (route: string): string => route.split('/').at(-1) ?? route;

/**
 * The scenes of a mini-program without any of its own: one for each page, the first one first. A scene is called by the
 * last part of the route; by all of it where two pages have the same last part, or it is a number, which an object would
 * put before all other keys.
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
