/** What the shell and the page that exports pictures say to each other. */

/** The page asks for what the phone shows. */
export const PICTURE_WANTED = 'picture-wanted';

/** What it is given. */
export interface PictureMessage {
  /** The phone's document, with its pictures in it. */
  html: string;
  /** Id of the device. */
  device: string;
  theme: 'light' | 'dark';
  /** Pixels for each CSS px. */
  scale: number;
  /** With the device around it. */
  frame: boolean;
  /** Of the file. */
  name: string;
}
