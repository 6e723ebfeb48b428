/** Types of a compiled mini-program, which the plugin passes to the phone's frame: plain data, and code as text. */
import type { WxsModule, WxsRecord } from '../../../simulator/wxs';

/** A mistake in a source of the mini-program. */
export interface Problem {
  severity: 'error' | 'warning';
  /** Relative to the mini-program's root, with `/`. */
  file: string;
  /** 1-based; 0 = no position (a missing file). */
  line: number;
  /** 1-based. */
  column: number;
  message: string;
  /** The lines around the mistake, with a caret; empty without a position. */
  frame: string;
  /** For a problem in a template, or in a script of a template: paths of the pages and components that use the file. */
  units?: readonly string[];
  /** The built-in tag of the problem. It is set only until the components of the file are known. */
  tag?: string;
}

/** A parsed JSON file of the mini-program. */
export type Json = Readonly<Record<string, unknown>>;

/** A unit, which is a page or a component: four files of one name. */
export interface Unit {
  /** Path without the extension and without a leading slash, e.g. `pages/user/user`. */
  path: string;
  /** Its own JSON, with `usingComponents` resolved: tag → path of a unit. */
  json: Json;
  /** `page`: app.json lists it. `component`: everything else. */
  kind: 'page' | 'component';
  /** Class prefix of its style sheet; empty if its styles are shared (pages, `styleIsolation: shared`). */
  scope: string;
  /** Key of its script in the program's scripts. */
  script: string;
}

/** The data of the program, without templates, styles and scripts. */
export interface Manifest {
  /** Name of the project; empty if it has none. */
  name: string;
  /** app.json with `@variables` unresolved. */
  app: Json;
  /** theme.json; null if there is none. */
  theme: Json | null;
  /** Paths of pages, subpackages included; the first is the home page unless `entryPagePath` says otherwise. */
  pages: readonly string[];
  /** Path → unit. A component comes after the components that it uses. */
  units: Readonly<Record<string, Unit>>;
  /** Path of the script `app.ts` or `app.js`; null if there is none. */
  appScript: string | null;
}

/** One script as a CommonJS module body. */
export interface Script {
  /** Path relative to the root, with the extension. */
  file: string;
  code: string;
  /** Source map (version 3) as JSON text. */
  map: string;
  /** Name in a `require` → path of that script. A module that does not exist has no entry. */
  requires: Readonly<Record<string, string>>;
  /** The script runs untranslated, and not in strict mode, because project.config.json has `"es6": false`. */
  sloppy: boolean;
}

/** The result of a compilation, and the problems found. */
export interface Program {
  manifest: Manifest;
  /** A JavaScript expression: an object, path → template generator. It gets a WXS module by a function `$wxs`. */
  templates: string;
  /** One JavaScript expression: the WXS modules, records and functions. */
  wxs: string;
  /** Path → hash of a template and all files that it uses. */
  templateHashes: Readonly<Record<string, string>>;
  /** Path of a unit, or `app` → CSS. */
  styles: Readonly<Record<string, string>>;
  /** Path without the extension → script. */
  scripts: Readonly<Record<string, Script>>;
  problems: readonly Problem[];
}

/** Path → generator of a template, for glass-easel. */
export type Generators = Readonly<
  Record<string, import('glass-easel').template.ComponentTemplate['content']>
>;

/** The templates, loaded in the frame. */
export interface Templates {
  /**
   * Creates the generators. `wxs` returns the exports of a WXS module for WXML; `warn` is called for missing templates.
   */
  generators(wxs: (id: string) => unknown, warn: (message: string) => void): Generators;
  /** The WXS modules. */
  wxs: readonly (readonly [WxsRecord, WxsModule['run']])[];
  /** Path → hash of the template and all files that it uses. */
  hashes: Readonly<Record<string, string>>;
}

/** A script, loaded in the frame. */
interface LoadableScript {
  file: string;
  /** Runs the script with the values of `providedGlobals`. */
  run: (...values: unknown[]) => void;
  requires: Readonly<Record<string, string>>;
}

/** The scripts, loaded in the frame: path without the extension → script. */
export type Scripts = Readonly<Record<string, LoadableScript>>;

/** Path of the component of a custom tab bar (framework/ability/custom-tabbar.html). */
export const CUSTOM_TAB_BAR = 'custom-tab-bar/index';
