/** The navigation that a tap on `<navigator>` starts, on both stages. */

/** The attributes that decide it; what is not written is undefined or empty. */
export interface NavigatorAttributes {
  readonly url?: unknown;
  readonly openType?: unknown;
  readonly delta?: unknown;
  /** The older way of writing `open-type="redirect"`. */
  readonly redirect?: unknown;
  readonly target?: unknown;
}

/** The API that is called, or why none is. */
export type NavigatorWay =
  | { readonly api: 'navigateBack'; readonly delta: number }
  | { readonly api: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'; readonly url: string }
  | { readonly nothing: string };

/** `open-type` → API. The names of the APIs are taken, too: WeChat's own component does (base library 2.8.2). */
const APIS: Readonly<Record<string, 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | undefined>> = {
  navigate: 'navigateTo',
  navigateTo: 'navigateTo',
  redirect: 'redirectTo',
  redirectTo: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
};

/** Source: component/navigator.html, and what WeChat's own component does with the values that the page leaves out. */
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
