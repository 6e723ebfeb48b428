/** `wx.getUpdateManager`: this phone always has the newest version. */
import { post } from '../phone/turns';
import type { Family } from './define';

export const update = ((core) => ({
  getUpdateManager: () => ({
    onCheckForUpdate(listener: (result: { hasUpdate: boolean }) => void) {
      const { generation } = core;
      post(() => {
        if (generation !== core.generation) return;
        core.activity += 1;
        core.gesture.enter(undefined);
        try {
          listener({ hasUpdate: false });
        } catch (error) {
          core.raise(error, 'The listener of UpdateManager.onCheckForUpdate');
        }
      });
    },
    onUpdateReady() {},
    onUpdateFailed() {},
    applyUpdate() {},
  }),
})) satisfies Family;
