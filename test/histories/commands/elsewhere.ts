/** Acts of another device of the user, or of an administrator. The phone learns of them with its next request. */
import fc from 'fast-check';
import type { Model } from '../model';
import type { Scene } from '../scene';
import { often, plain, RemoteAct } from './act';

class ChangesOneField extends RemoteAct {
  constructor(
    private readonly field: 'nickName' | 'title',
    private readonly value: string,
  ) {
    super();
  }

  protected async act(model: Model, scene: Scene): Promise<string> {
    const { field, value } = this;
    const done = await scene.changeProfile((profile) => profile && { ...profile, [field]: value });
    if (!done) return 'Another device finds no profile to change';
    await model.changedElsewhere(scene);
    return `Another device changes ${field} to ${JSON.stringify(value)}`;
  }
}

class DeletesProfile extends RemoteAct {
  protected async act(model: Model, scene: Scene): Promise<string> {
    if (!(await scene.changeProfile(() => null))) return 'An administrator finds no profile to delete';
    await model.changedElsewhere(scene);
    if (scene.wechatGives) model.gives(scene.wechatName);
    return 'An administrator deletes the profile';
  }
}

class BindsNumber extends RemoteAct {
  constructor(private readonly number: string | null) {
    super();
  }

  protected async act(_model: Model, scene: Scene): Promise<string> {
    await scene.changeNumber(this.number);
    scene.watch.numberChangedElsewhere();
    return this.number === null
      ? 'An administrator deletes the phone number'
      : `Another device binds the phone number ${this.number}`;
  }
}

class Blocks extends RemoteAct {
  protected async act(model: Model, scene: Scene): Promise<string> {
    model.shutOut = true;
    scene.world.wechat.block(scene.world.phone.account);
    await scene.world.expireSessions();
    return 'The account is blocked, and its sessions end';
  }
}

class Unblocks extends RemoteAct {
  protected act(_model: Model, scene: Scene): string {
    scene.world.wechat.unblock(scene.world.phone.account);
    return 'The account is no longer blocked';
  }
}

const change = fc.oneof(
  fc.constantFrom('在电脑上改的', '另一部手机').map((name) => new ChangesOneField('nickName', name)),
  fc.constantFrom('', '写在别处的签名').map((title) => new ChangesOneField('title', title)),
);

/** Acts of other devices. Blocked accounts are rare, because little else can happen while an account is blocked. */
export const elsewhereActs = [
  often(6, change),
  often(
    3,
    fc.constantFrom('13700002222', '13612345678', null).map((number) => new BindsNumber(number)),
  ),
  often(2, plain(DeletesProfile)),
  often(1, plain(Blocks)),
  often(2, plain(Unblocks)),
].flat();
