/** What tests of the form have in common. */
import type { Run } from './stage';

/** The person has agreed to the privacy contract before. */
export const agreed = { phone: { privacy: { needAuthorization: false } } };

/** The button that saves. */
export const save = { text: '保存' };

/** Picks the avatar that WeChat has; agrees to the privacy contract where it is asked for. */
export async function pickAvatar(run: Run): Promise<void> {
  await run.page.tap('.face');
  if (run.page.findAll('.sheet').length > 0) await run.page.tap({ text: '同意' });
  run.phone.screen.get('avatar').useWechat();
  await run.stage.settle();
}
