/** The fields of a mini-program's JSON files that the stage reads. */
import type { HostConfig } from '../types';

export interface Tab {
  readonly pagePath: string;
  readonly text?: string;
}

/** `window` in app.json, and the same fields in a page's JSON, which take precedence. */
interface WindowConfig {
  readonly navigationBarTitleText?: string;
}

/** `app.json`. */
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
  /** The path of the theme file, from the root. */
  readonly themeLocation?: string;
}

interface SubPackage {
  readonly root: string;
  readonly pages: readonly string[];
}

/** The JSON of a page or component. */
export interface ComponentConfig extends WindowConfig {
  readonly component?: boolean;
  readonly usingComponents?: Readonly<Record<string, string>>;
  /** A regular expression: fields whose names match are not rendered (framework/custom-component/pure-data.html). */
  readonly pureDataPattern?: string;
  /**
   * Generics: tags whose components are chosen by the user of this component. An object can name a default component.
   */
  readonly componentGenerics?: Readonly<Record<string, boolean | { readonly default?: string }>>;
}
