/** `launch` for a scenario of this repository: its backend, its WeChat and its phone as a scene. */
import { createHandlers } from '../../mock-server/handlers';
import type { World } from '../../mock-server/types';
import { createWorld } from '../../mock-server/world';
import { type Launched, launch as launchScene } from '../../simulator/launch';

/** Opens the scenario of this name, as `launch` opens a scene of `phone.config.ts`. */
export async function launch(name: string): Promise<Launched> {
  let world: World | undefined;
  const { phone } = await createWorld({ scenario: name });
  const { era, sdkVersion, authSetting, privacy, online } = phone;
  return launchScene(name, {
    config: {
      root: 'miniprogram',
      scenes: {
        [name]: {
          phone: JSON.parse(JSON.stringify({ era, sdkVersion, authSetting, privacy, online })),
          backend: async ({ clock, publicOrigin }) => {
            world = await createWorld({ scenario: name, clock, publicOrigin });
            const { wechat, phone } = world;
            const current = world;
            return {
              wechat,
              account: phone.account,
              handlers: createHandlers(() => current),
              ...(phone.storage === undefined ? {} : { storage: phone.storage }),
            };
          },
        },
      },
    },
  });
}
