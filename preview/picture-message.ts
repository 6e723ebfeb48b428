/** The messages between the shell and the page with the export button. */

/** The page requests the phone's document. */
export const PICTURE_WANTED = 'picture-wanted';

/** The shell's answer to the page. */
export interface PictureMessage {
  /** HTML of the phone's document; pictures are inlined. */
  html: string;
  /** Id of the device preset. */
  device: string;
  theme: 'light' | 'dark';
  /** Pixels per CSS px. */
  scale: number;
  /** Draw the device around the screen. */
  frame: boolean;
  /** File name of the picture. */
  name: string;
}
