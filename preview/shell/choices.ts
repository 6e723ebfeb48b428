/** The user's choices in the shell, and their format in the URL. Pure. */
import type { Era } from '../../mock-server/wechat/types';
import { type FontLevel, fontLevels } from '../../simulator/phone/font-size';
import { type Speed, speeds } from '../../simulator/phone/link-speed';
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

/** The values of `font`, as texts. */
export const fonts = fontLevels.map((level) => `${level}` as const);

/** Distances between grid lines, CSS px. */
export const grids = ['4', '8', '16'] as const;

/** Every choice that the shell offers. */
export interface Choices {
  /** Id of a scene of `phone.config.ts`. */
  scene: string;
  /** The page that opens first, with its query, e.g. `pages/list/list?n=1`; empty = the home page. */
  page: string;
  /** Id of a device preset. */
  device: string;
  /** Theme of the phone. The shell follows the computer's theme. */
  theme: 'light' | 'dark';
  /** WeChat's font size setting, as a number of steps above the standard size. Empty: the scene's setting. */
  font: `${FontLevel}` | '';
  /** The platform era: which version of WeChat's authorisation rules applies. Empty: the scene's era. */
  era: Era | '';
  /** Base-library version. Empty: the scene's version. */
  sdk: string;
  /** The limited network speed. Empty: the scene's speed. */
  net: Speed | '';
  /** Which endpoints fail, and how: see `faults.ts`. */
  fault: string;
  /** `long`: displayed texts are lengthened, see `long-text.ts`. */
  text: 'long' | '';
  /** The open panel. `none`: the side is hidden. */
  panel: Panel | 'none';
  /** `fit`: as large as the window allows, at most 100 %. */
  zoom: 'fit' | '100';
  /** Distance between the grid lines over the phone, CSS px; empty = no grid. */
  grid: (typeof grids)[number] | '';
  /** Opacity, offset, scale and blend mode of the design, without its picture: see `overlay/placement.ts`. */
  overlay: string;
  /** The phones beside the first one, as differences from it: see `beside/differences.ts`. Empty: there are none. */
  beside: string;
  /** Number of the selected phone. Controls and panels apply to it. Empty: the first phone. */
  phone: '2' | '3' | '4' | '';
  /** `off`: the user's actions on one phone are not repeated on the others. */
  linked: 'off' | '';
  /** For the sheet. `fold`: hide scenes that look the same as an earlier one. */
  same: 'fold' | '';
  /** For the sheet. `only`: hide scenes without a change in the comparison. */
  changed: 'only' | '';
  /** Language of the shell. Empty: the last language that the user chose, else the browser's. */
  lang: 'zh' | 'en' | '';
}

/** The choices that can differ between phones. */
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

/** The choices of an empty query. `setDefaultScene` replaces `scene` by the config's default scene. */
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

/** Sets the default scene. Call it once, before the first `parseChoices`. */
export function setDefaultScene(scene: string): void {
  defaults.scene = scene;
}

type Accepts = { readonly [K in keyof Choices]: (text: string) => text is Choices[K] & string };

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): text is T =>
    (values as readonly string[]).includes(text);

const accepts: Accepts = {
  // Accept any well-formed id. If there is no such scene, the page displays an error text.
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
  // Accept any text without spaces. `parseBeside` ignores invalid parts.
  beside: (text): text is string => text.length <= 2000 && !/[\s#]/.test(text),
  phone: oneOf(['', '2', '3', '4']),
  linked: oneOf(['', 'off']),
  same: oneOf(['', 'fold']),
  changed: oneOf(['', 'only']),
  lang: oneOf(['', 'zh', 'en']),
};

/** Is this text a valid value of the choice? */
export const isChoice = (key: keyof Choices, text: string): boolean => accepts[key](text);

const keys = Object.keys(defaults) as (keyof Choices)[];

/** Parses a query. An invalid value is replaced by the default, so that an old link still opens. */
export function parseChoices(search: string): Choices {
  const query = new URLSearchParams(search);
  const choices: Record<string, string> = { ...defaults };
  for (const key of keys) {
    const text = query.get(key);
    if (text !== null && accepts[key](text)) choices[key] = text;
  }
  return choices as unknown as Choices;
}

/** The query as text. `/`, `:`, `,` and `;` are not escaped, because a query may contain them. */
const readable = (query: URLSearchParams): string =>
  query.toString().replace(/%(2F|3A|2C|3B)/g, decodeURIComponent);

/**
 * Formats choices as a query with its `?`. Default values are left out. If all values are defaults, the result is
 * empty.
 */
export function formatChoices(choices: Choices): string {
  const query = new URLSearchParams();
  for (const key of keys) if (choices[key] !== defaults[key]) query.set(key, choices[key]);
  const text = readable(query);
  return text === '' ? '' : `?${text}`;
}

/** The URL of the phone's frame for these choices, relative to the shell's page. */
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
