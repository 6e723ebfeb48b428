/** `jest.mock` replaces a module of the mini-program, in every process. */
import { join } from 'node:path';
import { createHeadless } from '../../simulator/headless';
import { createOfflinePhone } from '../support/offline-phone';

jest.mock('../../miniprogram/pages/user/view', () => ({
  ...jest.requireActual<object>('../../miniprogram/pages/user/view'),
  viewOf: () => ({ isLogin: 2, heading: '茶馆', words: '', ask: 'none', settings: 'none', rows: [] }),
}));

it('shows the mocked content', async () => {
  const stage = createHeadless({ root: join(__dirname, '../../miniprogram'), phone: createOfflinePhone() });
  for (let processes = 0; processes < 2; processes += 1) {
    await stage.relaunch();
    expect((await stage.open('pages/user/user')).has('茶馆')).toBe(true);
  }
  stage.close();
});
