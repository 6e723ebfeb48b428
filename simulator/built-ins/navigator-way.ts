/** The navigation that a tap on `<navigator>` causes, on both stages. */

/** The attributes that determine the navigation; undefined or empty if they are not written. */
interface NavigatorAttributes {
  readonly url?: unknown;
  readonly openType?: unknown;
  readonly delta?: unknown;
  /** The older form of `open-type="redirect"`. */
  readonly redirect?: unknown;
  readonly target?: unknown;
}

/** The API to call, or the reason why there is none. */
type NavigatorWay =
  | { readonly api: 'navigateBack'; readonly delta: number }
  | { readonly api: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'; readonly url: string }
  | { readonly nothing: string };

/** `open-type` → API. WeChat's own component also accepts the names of the APIs (base library 2.8.2). */
const APIS: Readonly<Record<string, 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | undefined>> = {
  navigate: 'navigateTo',
  navigateTo: 'navigateTo',
  redirect: 'redirectTo',
  redirectTo: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
};

/** Sources: component/navigator.html, and WeChat's own component for values that the page does not document. */
export function navigatorWay({ url, openType, delta, redirect, target }: NavigatorAttributes): NavigatorWay {
  const type = String(openType ?? '') || 'navigate';
  if (target === 'miniProgram' || type === 'exit') {
    return {
      nothing: `<navigator open-type="${type}" target="${target}"> is not modelled: nothing happens.`,
    };
  }
  if (type === 'navigateBack') return { api: 'navigateBack', delta: Number(delta ?? 1) };
  const api = redirect ? 'redirectTo' : APIS[type];
  if (api === undefined) {
    return { nothing: `<navigator open-type="${type}"> does nothing: WeChat has no such open-type.` };
  }
  if (url === undefined || url === null || url === '') {
    return { nothing: '<navigator> without url does nothing.' };
  }
  return { api, url: String(url) };
}
