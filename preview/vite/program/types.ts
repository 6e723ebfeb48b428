/** A mini-program, read and compiled: what the plugin hands to the phone's frame. Plain data and code as text. */
import type { WxsModule, WxsRecord } from '../../../simulator/wxs';

/** A mistake in a source of the mini-program. */
export interface Problem {
  severity: 'error' | 'warning';
  /** Relative to the mini-program's root, with `/`. */
  file: string;
  /** 1-based; 0 when the mistake has no place (a missing file). */
  line: number;
  /** 1-based. */
  column: number;
  message: string;
  /** The lines around the mistake, with a caret; empty when there is no place. */
  frame: string;
  /** Of a template or a script in it: paths of the units that take the file in. */
  units?: readonly string[];
}

/** A parsed JSON file of the mini-program. */
export type Json = Readonly<Record<string, unknown>>;

/** A page or a component: four files of one name. */
export interface Unit {
  /** Path without an ending and without a leading slash, e.g. `pages/user/user`. */
  path: string;
  /** Its own JSON, with `usingComponents` resolved: tag → path of a unit. */
  json: Json;
  /** `page` is listed in app.json; everything else is a component. */
  kind: 'page' | 'component';
  /** Class prefix of its style sheet; empty where its styles are shared (pages, `styleIsolation: shared`). */
  scope: string;
  /** Path of its script, a key of the program's scripts. */
  script: string;
}

/** What is needed to start: everything but templates, styles and scripts. */
export interface Manifest {
  /** What the project calls itself; empty when it says nothing. */
  name: string;
  /** app.json as it is written: `@variables` unresolved. */
  app: Json;
  /** theme.json; null when there is none. */
  theme: Json | null;
  /** Paths of pages, subpackages included; the first is the home page unless `entryPagePath` says otherwise. */
  pages: readonly string[];
  /** By path. A component comes after those that it uses. */
  units: Readonly<Record<string, Unit>>;
  /** Script of `app.ts`/`app.js`; null when there is none. */
  appScript: string | null;
}

/** One script as a CommonJS module body. */
export interface Script {
  /** Path in the root, with its ending. */
  file: string;
  code: string;
  /** Source map (version 3) as JSON text. */
  map: string;
  /** What the code requires → path of that script; a module that does not exist is missing here. */
  requires: Readonly<Record<string, string>>;
  /** Runs as it is, not in strict mode: `"es6": false` in project.config.json. */
  sloppy: boolean;
}

/** Everything that was compiled, and everything that was wrong. */
export interface Program {
  manifest: Manifest;
  /** One JavaScript expression: an object, path → template generator. It asks a function `$wxs` for WXS modules. */
  templates: string;
  /** One JavaScript expression: the WXS modules, records and functions. */
  wxs: string;
  /** Path → hash of a template and all that it takes in. */
  templateHashes: Readonly<Record<string, string>>;
  /** Path of a unit, or `app` → CSS. */
  styles: Readonly<Record<string, string>>;
  /** Path without ending → script. */
  scripts: Readonly<Record<string, Script>>;
  problems: readonly Problem[];
}

/** Path → generator of a template, as glass-easel takes it. */
export type Generators = Readonly<
  Record<string, import('glass-easel').template.ComponentTemplate['content']>
>;

/** The templates in the frame. */
export interface Templates {
  /** Makes the generators; `$wxs` gives what WXML sees of a WXS module, `$warn` is called for missing templates. */
  generators(wxs: (id: string) => unknown, warn: (message: string) => void): Generators;
  /** The WXS modules. */
  wxs: readonly (readonly [WxsRecord, WxsModule['run']])[];
  /** Path → hash: a template that differs has another one. */
  hashes: Readonly<Record<string, string>>;
}

/** A script in the frame. */
export interface LoadableScript {
  file: string;
  /** Runs it with the values of what the stage provides. */
  run: (...values: unknown[]) => void;
  requires: Readonly<Record<string, string>>;
}

/** The scripts in the frame: path without ending → script. */
export type Scripts = Readonly<Record<string, LoadableScript>>;

/** Where the component of a custom tab bar lies (framework/ability/custom-tabbar.html). */
export const CUSTOM_TAB_BAR = 'custom-tab-bar/index';
