/** Steps that the tests of the profile form share. */
import type { Run } from './stage';

/** Phone options: the user agreed to the privacy contract earlier. */
export const agreed = { phone: { privacy: { needAuthorization: false } } };

/** The save button. */
export const save = { text: '保存' };

/** Picks the WeChat avatar. Agrees to the privacy contract first if its sheet opens. */
export async function pickAvatar(run: Run): Promise<void> {
  await run.page.tap('.face');
  if (run.page.findAll('.sheet').length > 0) await run.page.tap({ text: '同意' });
  run.phone.screen.get('avatar').useWechat();
  await run.stage.settle();
}
