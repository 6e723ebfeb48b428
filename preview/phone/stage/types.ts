/** The interface of the stage, and its options. */
import type { Phone } from '../../../simulator/types';
import type { KeyboardShown } from '../../keyboard';
import type { Chrome, ChromeActions } from '../../screen/chrome';
import type { Templates } from '../../vite/program/types';
import type { Services } from '../built-ins/define';
import type { Sources } from '../engine/process';
import type { Locate } from '../locate';
import type { StageLog } from './log';
import type { OpenPage } from './page-stack';

/** A page's query; the values are not decoded. */
export type Query = Readonly<Record<string, string>>;

/** Options of `createStage`. */
export interface StageOptions {
  phone: Phone;
  sources: Sources;
  styles: Readonly<Record<string, string>>;
  log: StageLog;
  services: Omit<Services, 'setStyle' | 'setRootFontSize' | 'keyboard' | 'isGeneric' | 'later' | 'fail'>;
  /** Holds the pages. */
  root: HTMLElement;
  theme: 'light' | 'dark';
  device: string;
  /** Called when the keyboard opens, changes or closes (null). */
  keyboardChanged?(shown: KeyboardShown | null): void;
  /** Called when the bars must be drawn again. */
  barsChanged(chrome: Chrome): void;
  /** Finds file and line of an error. */
  locate?: Locate;
  /** Called with an error that stops the launch: it is shown in the phone. */
  crashed(error: unknown): void;
}

/** A stage: at most one process runs on it. */
export interface Stage {
  /** Starts the process. Its first page is this one. */
  launch(path: string, query: Query): void;
  kill(): void;
  readonly pages: readonly OpenPage[];
  /** The result of `getApp()`; null: no process is running. */
  readonly app: Readonly<Record<string, unknown>> | null;
  /** Actions of the bars and of WeChat's menu. The session adds `relaunch`. */
  readonly actions: Omit<ChromeActions, 'relaunch'>;
  setTheme(theme: 'light' | 'dark'): void;
  /** Draws bars and dialogs in a theme. The mini-program gets no event. */
  drawTheme(theme: 'light' | 'dark'): void;
  setDevice(id: string): void;
  updateTemplates(templates: Templates): void;
  updateStyles(styles: Readonly<Record<string, string>>): void;
  /** Kills the process, and removes the stage's listeners and style sheets. */
  close(): void;
}
