/** What the stage reads of a mini-program's JSON files. */
import type { HostConfig } from '../types';

/** A tab of the tab bar. */
export interface Tab {
  readonly pagePath: string;
  readonly text?: string;
}

/** Of `window` in app.json, and of a page's JSON, which wins. */
export interface WindowConfig {
  readonly navigationBarTitleText?: string;
}

/** Of `app.json`. */
export interface AppConfig extends HostConfig {
  readonly pages: readonly string[];
  readonly subPackages?: readonly SubPackage[];
  readonly subpackages?: readonly SubPackage[];
  readonly window?: WindowConfig;
  readonly tabBar?: { readonly custom?: boolean; readonly list?: readonly Tab[] };
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly entryPagePath?: string;
  /** Component libraries that WeChat includes (framework/ability/useExtendedLib.html). */
  readonly useExtendedLib?: { readonly weui?: boolean; readonly kbone?: boolean };
  readonly resolveAlias?: Readonly<Record<string, string>>;
  /** The file of the colours, from the root. */
  readonly themeLocation?: string;
}

interface SubPackage {
  readonly root: string;
  readonly pages: readonly string[];
}

/** Of a page's or a component's JSON. */
export interface ComponentConfig extends WindowConfig {
  readonly component?: boolean;
  readonly usingComponents?: Readonly<Record<string, string>>;
  /** Fields that are not for rendering, as a regular expression (framework/custom-component/pure-data.html). */
  readonly pureDataPattern?: string;
  /** Generics: tags that the user of this component defines; an object names a default. */
  readonly componentGenerics?: Readonly<Record<string, boolean | { readonly default?: string }>>;
}
