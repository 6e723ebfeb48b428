/** Opens the mini-program and checks that the first paint shows the cached profile. */
import type { UserInfo } from '../../miniprogram/services/contract';
import { Breach } from './laws';
import type { Model } from './model';
import type { Scene } from './scene';

/**
 * Opens the mini-program, without waiting.
 * @throws Breach when the first paint differs from the cached profile.
 */
export async function launch(model: Model, scene: Scene): Promise<void> {
  const cached = (scene.phone.storage.user_info as { value?: UserInfo } | undefined)?.value;
  model.running = true;
  model.hidden = false;
  model.known = false;
  if (model.saved === null && scene.wechatGives) model.gives(scene.wechatName);
  // A user needs at least a second to leave and return.
  await scene.clock.advance(1000);
  await scene.open();
  if (cached === undefined) return;
  const { isLogin, nickName } = scene.stage.page.instance.data;
  if (isLogin === 1 && nickName === cached.nickName) return;
  throw new Breach(`the first paint is isLogin ${isLogin} ${nickName}, the cache has ${cached.nickName}`);
}
