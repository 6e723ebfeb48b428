/** The name of an exported picture, and the command that draws the like. Pure. */
import type { Choices } from '../choices';

/** How a picture is drawn. */
export interface Drawn {
  /** Pixels for each CSS px. */
  readonly scale: 1 | 2 | 3;
  /** With the device around it. */
  readonly frame: boolean;
}

type Shown = Pick<Choices, 'scene' | 'device' | 'theme'>;

/** E.g. `member-390-dark-frame@2x.png`. */
export function pictureName({ scene, device, theme }: Shown, { scale, frame }: Drawn): string {
  return `${scene}-${device}-${theme}${frame ? '-frame' : ''}${scale === 1 ? '' : `@${scale}x`}.png`;
}

/** A command for a terminal: pictures of the scene, light and dark. */
export function shotsCommand({ scene, device }: Shown, { scale, frame }: Drawn): string {
  return `npx miniprogram-phone shots --scene ${scene} --device ${device} --scale ${scale}${frame ? ' --frame' : ''}`;
}
