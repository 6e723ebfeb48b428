/** Reads the settings of the frame from its URL: see `PhoneSettings`. */

import type { Era } from '../../mock-server/wechat/types';
import { type FontLevel, fontLevels } from '../../simulator/phone/font-size';
import { type Speed, speeds } from '../../simulator/phone/link-speed';
import type { PhoneSettings } from '../bridge';
import { deviceById } from '../devices';
import { isFaultText } from '../faults';

const eras: readonly string[] = ['legacy', 'button', 'profile', 'fill'] satisfies Era[];

const isFontLevel = (value: string): boolean => fontLevels.some((level) => String(level) === value);

/** The settings, and the parameters that were invalid. */
export interface ReadSettings {
  settings: PhoneSettings;
  /** The era from the URL. Absent: the scene's era. */
  era?: Era;
  problems: string[];
  /** The scene's name in the URL, if no scene has this name. */
  unknownScene?: string;
}

/**
 * Parses the query of the frame's URL. An invalid value is reported and then treated as absent.
 * @param scenes names of the scenes; `start` is the default
 */
export function readSettings(
  search: string,
  { scenes, start }: { scenes: readonly string[]; start: string },
): ReadSettings {
  const isScene = (name: string) => scenes.includes(name);
  const query = new URLSearchParams(search);
  const problems: string[] = [];
  const take = (name: string, valid: (value: string) => boolean): string | undefined => {
    const value = query.get(name);
    if (value === null || value === '') return undefined;
    if (valid(value)) return value;
    problems.push(`${name}=${value.slice(0, 60)} in the URL is invalid: it has no effect`);
    return undefined;
  };
  const era = take('era', (value) => eras.includes(value)) as Era | undefined;
  const page = query.get('page') ?? '';
  const sdk = take('sdk', (value) => /^\d+\.\d+\.\d+$/.test(value));
  const font = take('font', isFontLevel);
  const net = take('net', (value) => (speeds as readonly string[]).includes(value)) as Speed | undefined;
  const fault = take('fault', isFaultText);
  const text = take('text', (value) => value === 'long');
  const scene = query.get('scene') ?? '';
  return {
    problems,
    ...(scene === '' || isScene(scene) ? {} : { unknownScene: scene.slice(0, 60) }),
    ...(era ? { era } : {}),
    settings: {
      scene: take('scene', isScene) ?? start,
      theme: take('theme', (value) => value === 'light' || value === 'dark') === 'dark' ? 'dark' : 'light',
      device: deviceById(query.get('device')).id,
      ...(era ? { era } : {}),
      ...(sdk ? { sdk } : {}),
      ...(page === '' ? {} : { page }),
      ...(net === undefined ? {} : { net }),
      ...(text === undefined ? {} : { text: 'long' as const }),
      ...(fault === undefined ? {} : { fault }),
      ...(font === undefined ? {} : { font: Number(font) as FontLevel }),
    },
  };
}
