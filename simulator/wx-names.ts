/**
 * Names that WeChat's own code leaves in the logic layer. None is documented; frameworks and apps read them: uni-app, mpvue
 * and wepy `__wxRoute`, apps `__wxConfig.envVersion`. So they are in what DevTools makes of an app (app-service.js):
 * `var __wxRoute; var __wxRouteBegin; var __wxAppCode__ = {};`.
 */
export interface WxNames {
  readonly __wxConfig: object;
  readonly __wxAppCode__: Readonly<Record<string, unknown>>;
  /** The page or component whose script was run last, without an ending. */
  readonly __wxRoute: string | undefined;
  readonly __wxRouteBegin: boolean | undefined;
  readonly __wxAppCurrentFile__: string | undefined;
}

/** The names as they are while the script of `route` runs; without one, before any ran. */
export function routeNames(
  route?: string,
): Pick<WxNames, '__wxRoute' | '__wxRouteBegin' | '__wxAppCurrentFile__'> {
  return {
    __wxRoute: route,
    __wxRouteBegin: route === undefined ? undefined : true,
    __wxAppCurrentFile__: route === undefined ? undefined : `${route}.js`,
  };
}

/** What they are made of. */
interface Program {
  /** app.json. */
  readonly config: { readonly window?: object };
  readonly pages: readonly string[];
  readonly entry: string;
  /** JSON of a page. */
  configOf(page: string): object;
}

/**
 * Makes them for one process.
 * @param wx Asked for the version (develop, trial, release) when it is read.
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
    // Of what DevTools keeps here, only the configurations: templates and style sheets are not code in this place.
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
