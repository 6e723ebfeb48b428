/** What a visitor has chosen, and its form in the URL. Pure: the same text always gives the same state. */
import type { Era } from '../../mock-server/wechat/types';
import { type FontLevel, fontLevels } from '../../simulator/font-size';
import { type Speed, speeds } from '../../simulator/link-speed';
import { defaultDevice, devices } from '../devices';
import { isFaultText } from '../faults';
import { isPlacement } from './overlay/placement';

/** The panels at the side, in the order of their tabs. */
export const panels = [
  'log',
  'data',
  'storage',
  'person',
  'check',
  'inspect',
  'picture',
  'record',
  'network',
] as const;
export type Panel = (typeof panels)[number];

export const eras = ['legacy', 'button', 'profile', 'fill'] as const satisfies readonly Era[];

export const fonts = fontLevels.map((level) => `${level}` as const);

export const grids = ['4', '8', '16'] as const;

/** Every choice that the shell offers. */
export interface Choices {
  /** A scene of `phone.config.ts`. */
  scene: string;
  /** The page that opens first, with its query, e.g. `pages/list/list?n=1`; empty = the home page. */
  page: string;
  /** Id of a device preset. */
  device: string;
  /** Of the phone, not of the shell, which follows the computer's. */
  theme: 'light' | 'dark';
  /** Steps of WeChat's font size setting above the standard; empty = as the scene says. */
  font: `${FontLevel}` | '';
  /** Empty = as the scene says. */
  era: Era | '';
  /** Base-library version; empty = as the scene says. */
  sdk: string;
  /** A slow network; empty = as the scene says. */
  net: Speed | '';
  /** Which endpoints fail, and how: see `faults.ts`. */
  fault: string;
  /** Texts are shown longer than they are: see `long-text.ts`. */
  text: 'long' | '';
  /** `none` hides the side. */
  panel: Panel | 'none';
  /** `fit`: as large as the window allows, at most life size. */
  zoom: 'fit' | '100';
  /** Distance of the lines that are drawn over the phone, CSS px; empty = none. */
  grid: (typeof grids)[number] | '';
  /** How a design lies over the screen: opacity, offset, scale, blend mode (`overlay/placement.ts`). The picture is not in it. */
  overlay: string;
  /** Phones beside the first one, and in what each differs: see `beside/differences.ts`. Empty = none. */
  beside: string;
  /** The phone that controls and panels are about; empty = the first one. */
  phone: '2' | '3' | '4' | '';
  /** Of phones beside each other: what is done on one is done on the others, unless `off`. */
  linked: 'off' | '';
  /** Of the sheet: scenes that look the same as an earlier one are folded away. */
  same: 'fold' | '';
  /** Of the sheet: only the scenes that a comparison has found changed. */
  changed: 'only' | '';
  /** Empty = as the browser prefers. */
  lang: 'zh' | 'en' | '';
}

/** What a phone is told; each phone beside the first one can differ in it. */
export const phoneChoices = [
  'scene',
  'page',
  'device',
  'theme',
  'font',
  'era',
  'sdk',
  'net',
  'fault',
  'text',
] as const;
export type PhoneChoices = Pick<Choices, (typeof phoneChoices)[number]>;

/** What an empty query means: the first visit. `scene` is the config's: see `startWith`. */
export const defaults: Choices = {
  scene: '',
  page: '',
  device: defaultDevice,
  theme: 'light',
  font: '',
  era: '',
  sdk: '',
  net: '',
  fault: '',
  panel: 'log',
  zoom: 'fit',
  text: '',
  grid: '',
  overlay: '',
  beside: '',
  phone: '',
  linked: '',
  same: '',
  changed: '',
  lang: '',
};

/** Says once, before anything is parsed, which scene a first visit shows. */
export function startWith(scene: string): void {
  defaults.scene = scene;
}

type Accepts = { readonly [K in keyof Choices]: (text: string) => text is Choices[K] & string };

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): text is T =>
    (values as readonly string[]).includes(text);

const accepts: Accepts = {
  // Any well-formed id: whether the scene exists is for the page to say, in words.
  scene: (text): text is string => /^[\w\u4e00-\u9fff-]{1,64}$/.test(text),
  page: (text): text is string => /^([\w-][\w./-]{0,199}(\?[^#\s]{0,500})?)?$/.test(text),
  device: (text): text is string => devices.some(({ id }) => id === text),
  theme: oneOf(['light', 'dark']),
  font: oneOf(['', ...fonts]),
  era: oneOf(['', ...eras]),
  sdk: (text): text is string => /^(\d{1,3}(\.\d{1,3}){1,2})?$/.test(text),
  net: oneOf(['', ...speeds]),
  fault: (text): text is string => isFaultText(text),
  panel: oneOf([...panels, 'none']),
  zoom: oneOf(['fit', '100']),
  text: oneOf(['', 'long']),
  grid: oneOf(['', ...grids]),
  overlay: (text): text is string => isPlacement(text),
  // Any text without spaces: a part of it that is no choice counts as not written.
  beside: (text): text is string => text.length <= 2000 && !/[\s#]/.test(text),
  phone: oneOf(['', '2', '3', '4']),
  linked: oneOf(['', 'off']),
  same: oneOf(['', 'fold']),
  changed: oneOf(['', 'only']),
  lang: oneOf(['', 'zh', 'en']),
};

/** Is this text a value of that choice? */
export const isChoice = (key: keyof Choices, text: string): boolean => accepts[key](text);

const keys = Object.keys(defaults) as (keyof Choices)[];

/** The choices that a query stands for. A value that is none counts as not written, so that an old link opens. */
export function parseChoices(search: string): Choices {
  const query = new URLSearchParams(search);
  const choices: Record<string, string> = { ...defaults };
  for (const key of keys) {
    const text = query.get(key);
    if (text !== null && accepts[key](text)) choices[key] = text;
  }
  return choices as unknown as Choices;
}

/** As text, with what separates parts of a value as it is: a query may have it. */
const readable = (query: URLSearchParams): string =>
  query.toString().replace(/%(2F|3A|2C|3B)/g, decodeURIComponent);

/** The query for these choices: what is as on a first visit is left out. Empty, or with its `?`. */
export function formatChoices(choices: Choices): string {
  const query = new URLSearchParams();
  for (const key of keys) if (choices[key] !== defaults[key]) query.set(key, choices[key]);
  const text = readable(query);
  return text === '' ? '' : `?${text}`;
}

/** The address of the phone's frame for these choices, relative to the page that holds it. */
export function frameUrl(choices: PhoneChoices): string {
  const { scene, page, theme, device, font, era, sdk, net, fault, text } = choices;
  const query = new URLSearchParams({ scene, theme, device });
  if (font !== '') query.set('font', font);
  if (era !== '') query.set('era', era);
  if (sdk !== '') query.set('sdk', sdk);
  if (net !== '') query.set('net', net);
  if (fault !== '') query.set('fault', fault);
  if (text !== '') query.set('text', text);
  if (page !== '') query.set('page', page);
  return `phone.html?${readable(query)}`;
}
