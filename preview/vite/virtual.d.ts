/** The virtual modules of the preview's plugins. */
declare module 'virtual:miniprogram/manifest' {
  const manifest: import('./program/types').Manifest;
  export default manifest;
}

declare module 'virtual:miniprogram/problems' {
  /** Mistakes in the sources at the time when the page was loaded. */
  const problems: readonly import('./program/types').Problem[];
  export default problems;
}

declare module 'virtual:miniprogram/templates' {
  const templates: import('./program/types').Templates;
  export default templates;
}

declare module 'virtual:miniprogram/styles' {
  const styles: Readonly<Record<string, string>>;
  export default styles;
}

declare module 'virtual:miniprogram/scripts' {
  const scripts: import('./program/types').Scripts;
  export default scripts;
}

declare module 'virtual:phone/config' {
  /** The export of `phone.config.ts`. If it has no scenes: with a scene for each page. */
  const config: import('../../simulator/config/types').Config;
  export default config;
}

declare module 'virtual:phone/problems' {
  /** Mistakes in `phone.config.ts` at the time when the page was loaded. */
  const problems: readonly import('./program/types').Problem[];
  export default problems;
}

declare module 'virtual:phone/host' {
  /** Host name of the phone's origin. Empty: the shell's origin. */
  const host: string;
  export default host;
}

declare module 'virtual:phone/scenes' {
  const list: import('../scene-list').SceneList;
  export default list;
}
