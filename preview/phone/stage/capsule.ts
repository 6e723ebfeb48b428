/** The two buttons of WeChat's capsule. They hide and show the mini-program, with the life cycle in WeChat's order. */
import type { LaunchOptions, Phone } from '../../../simulator/types';
import type { CapsuleState } from '../../screen/chrome';
import type { MutableBars } from './bar-state';
import type { PageStack } from './page-stack';

interface CapsuleOptions {
  phone: Phone;
  bars: MutableBars;
  /** The running process; null = none. */
  run(): { readonly pages: PageStack; readonly launch: LaunchOptions } | null;
  /** Calls a method of the app. */
  callApp(method: string, ...args: unknown[]): void;
  /** Draws the bars again. */
  refresh(): void;
}

/** Creates `ChromeActions.capsule`. */
export function createCapsule({ phone, bars, run, callApp, refresh }: CapsuleOptions) {
  return (state: CapsuleState): void => {
    const before = bars.capsule;
    bars.capsule = state;
    if (state === 'background' && before !== state) {
      run()?.pages.background(true);
      callApp('onHide');
      phone.hide();
    } else if (before === 'background' && before !== state) {
      phone.show();
      callApp('onShow', run()?.launch);
      run()?.pages.background(false);
    }
    refresh();
  };
}
