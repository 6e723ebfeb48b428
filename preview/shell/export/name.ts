/** The file name of an exported picture, and the command that draws the same picture. Pure. */
import type { Choices } from '../choices';

/** The options of an exported picture. */
export interface Drawn {
  /** Pixels per CSS px. */
  readonly scale: 1 | 2 | 3;
  /** Draw the device around the screen. */
  readonly frame: boolean;
}

type Shown = Pick<Choices, 'scene' | 'device' | 'theme'>;

/** The choices of a phone that the command supports. */
type Commanded = Pick<Choices, 'scene' | 'device' | 'font' | 'text'>;

/** E.g. `member-390-dark-frame@2x.png`. */
export function pictureName({ scene, device, theme }: Shown, { scale, frame }: Drawn): string {
  return `${scene}-${device}-${theme}${frame ? '-frame' : ''}${scale === 1 ? '' : `@${scale}x`}.png`;
}

/** A command for a terminal: pictures of the scene, light and dark. */
export function shotsCommand({ scene, device, font, text }: Commanded, { scale, frame }: Drawn): string {
  const flags = [
    `--scene ${scene} --device ${device} --scale ${scale}`,
    ...(font === '' ? [] : [`--font=${font}`]),
    ...(text === '' ? [] : [`--text=${text}`]),
    ...(frame ? ['--frame'] : []),
  ];
  return `npx miniprogram-phone shots ${flags.join(' ')}`;
}
