/**
 * Undocumented globals that WeChat's own code defines in the logic layer. Frameworks and apps read them: uni-app, mpvue
 * and wepy read `__wxRoute`, apps `__wxConfig.envVersion`. The code that DevTools generates (app-service.js) contains
 * `var __wxRoute; var __wxRouteBegin; var __wxAppCode__ = {};`.
 */
export interface WxNames {
  readonly __wxConfig: object;
  readonly __wxAppCode__: Readonly<Record<string, unknown>>;
  /** The page or component whose script was run last, without extension. */
  readonly __wxRoute: string | undefined;
  readonly __wxRouteBegin: boolean | undefined;
  readonly __wxAppCurrentFile__: string | undefined;
}

/** The values while the script of `route` runs; without `route`, the values before any script has run. */
export function routeNames(
  route?: string,
): Pick<WxNames, '__wxRoute' | '__wxRouteBegin' | '__wxAppCurrentFile__'> {
  return {
    __wxRoute: route,
    __wxRouteBegin: route === undefined ? undefined : true,
    __wxAppCurrentFile__: route === undefined ? undefined : `${route}.js`,
  };
}

/** The data from which the names are built. */
interface Program {
  /** app.json. */
  readonly config: { readonly window?: object };
  readonly pages: readonly string[];
  readonly entry: string;
  /** The JSON of a page. */
  configOf(page: string): object;
}

/**
 * Creates the globals of one process.
 * @param wx Provides the version (develop, trial, release) each time it is read.
 */
export function createWxNames(program: Program, wx: object): WxNames {
  const { config, pages, entry } = program;
  const accountInfo = () =>
    (
      wx as { getAccountInfoSync(): { miniProgram: { appId: string; envVersion: string } } }
    ).getAccountInfoSync().miniProgram;
  return {
    __wxConfig: {
      ...config,
      pages,
      entryPagePath: `${entry}.html`,
      global: { window: config.window ?? {} },
      get envVersion() {
        return accountInfo().envVersion;
      },
      get accountInfo() {
        return { appId: accountInfo().appId };
      },
    },
    // DevTools also stores templates and style sheets here. Only the configurations are included, because templates and
    // style sheets are not code here.
    __wxAppCode__: Object.defineProperties(
      {},
      Object.fromEntries(
        pages.map((page) => [
          `${page}.json`,
          { enumerable: true, configurable: true, get: () => program.configOf(page) },
        ]),
      ),
    ),
    ...routeNames(),
  };
}
