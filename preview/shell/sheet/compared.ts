/** Turns the results of a comparison into changes by scene and theme. Pure. */
import {
  BEFORE_FOLDER,
  COMPARISON_PATH,
  DIFFERENCES_FOLDER,
  REPORT_FILE,
  type ServedComparison,
} from '../../comparison';

/** The result of a comparison for one scene in one theme. */
export interface Change {
  scene: string;
  theme: 'light' | 'dark';
  verdict: ServedComparison['results'][number]['verdict'];
  /** Number of pixels that differ, and their share in percent. */
  pixels: number;
  percent: number;
  /** URLs of the existing pictures. */
  pictures: readonly { kind: 'before' | 'after' | 'differences'; src: string }[];
  /** URL of the report, with the fragment of this picture; empty: there is none. */
  report: string;
}

/** Verdict → pictures that exist. */
const kinds: Readonly<Record<Change['verdict'], readonly Change['pictures'][number]['kind'][]>> = {
  same: [],
  changed: ['before', 'after', 'differences'],
  resized: ['before', 'after'],
  added: ['after'],
  gone: ['before'],
  earlier: ['before'],
};

const folders = { before: BEFORE_FOLDER, after: '', differences: DIFFERENCES_FOLDER } as const;

function changeOf(line: ServedComparison['results'][number], at: number): Change | undefined {
  const [, scene, theme] = /^(.*)-(light|dark)\.png$/.exec(line.name) ?? [];
  if (scene === undefined || (theme !== 'light' && theme !== 'dark')) return undefined;
  const name = encodeURIComponent(line.name);
  const area = line.width * line.height;
  return {
    scene,
    theme,
    verdict: line.verdict,
    pixels: line.pixels,
    percent: area > 0 ? (line.pixels / area) * 100 : 0,
    // The time is a part of the URL because of the browser's cache: pictures of a later run have the same names.
    pictures: kinds[line.verdict].map((kind) => ({
      kind,
      src: `${COMPARISON_PATH}${folders[kind]}${name}?${at}`,
    })),
    report:
      line.verdict === 'earlier'
        ? ''
        : `${COMPARISON_PATH}${REPORT_FILE}#${encodeURIComponent(`${scene}-${theme}`)}`,
  };
}

/** All changes, light before dark. */
export const allChanges = (compared: ServedComparison | null): Change[] =>
  (compared?.results ?? [])
    .flatMap((line) => changeOf(line, compared?.at ?? 0) ?? [])
    .sort((one, other) => (one.theme === other.theme ? 0 : one.theme === 'light' ? -1 : 1));

/** The changes of a scene. */
export const changesOf = (compared: ServedComparison | null, scene: string): Change[] =>
  allChanges(compared).filter((change) => change.scene === scene);

/** Does the picture differ from the old one? Also false if it was not compared. */
export const isDifferent = ({ verdict }: Change): boolean => verdict !== 'same' && verdict !== 'earlier';
