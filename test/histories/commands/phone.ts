/** Events of the phone and of the whole mini-program. */
import fc from 'fast-check';
import { launch } from '../launch';
import { Breach } from '../laws';
import type { Model } from '../model';
import type { Scene } from '../scene';
import { Act, ImmediateAct, often, type Pace, pace, paced, plain, rest } from './act';

class Launch extends Act {
  check(model: Readonly<Model>): boolean {
    return !model.running;
  }

  protected async act(model: Model, scene: Scene): Promise<string> {
    await launch(model, scene);
    return 'The user opens the mini-program';
  }
}

class Kill extends ImmediateAct {
  check(model: Readonly<Model>): boolean {
    return model.running;
  }

  protected act(model: Model, scene: Scene): string {
    scene.kill();
    model.running = false;
    return 'The process is killed';
  }
}

class Relaunch extends Act {
  check(model: Readonly<Model>): boolean {
    return model.running;
  }

  protected async act(model: Model, scene: Scene): Promise<string> {
    scene.kill();
    await launch(model, scene);
    return 'The process is killed, and the user opens the mini-program again';
  }
}

class Uninstall extends ImmediateAct {
  check(model: Readonly<Model>): boolean {
    return model.running;
  }

  protected act(model: Model, scene: Scene): string {
    scene.kill();
    scene.phone.uninstall();
    model.running = false;
    return 'The user deletes the mini-program from the phone';
  }
}

/** Another WeChat account uses the mini-program on this phone, then the user logs in to WeChat again. */
class LendsPhone extends ImmediateAct {
  check(): boolean {
    return true;
  }

  protected async act(model: Model, scene: Scene): Promise<string> {
    const { account } = scene.phone;
    if (model.running) scene.kill();
    model.running = false;
    scene.phone.switchAccount('chen');
    // A request of the first account may still arrive at the server.
    const known = model.saved?.nickName;
    await scene.clock.advance(1000);
    await scene.open();
    for (let rested = false; ; rested = true) {
      const { nickName } = scene.stage.page.instance.data;
      if (known !== undefined && nickName === known)
        throw new Breach(`another account on the phone is shown as ${known}`);
      if (rested) break;
      await rest(scene);
    }
    scene.scan();
    scene.kill();
    scene.phone.switchAccount(account);
    return 'Another account uses the mini-program on this phone, then the first user comes back';
  }
}

class Hide extends Act {
  check(model: Readonly<Model>): boolean {
    return model.running && !model.hidden;
  }

  protected async act(model: Model, scene: Scene): Promise<string> {
    model.hidden = true;
    await scene.stage.hide({ settle: false });
    return 'The mini-program goes to the background';
  }
}

class Show extends Act {
  check(model: Readonly<Model>): boolean {
    return model.running && model.hidden;
  }

  protected async act(model: Model, scene: Scene): Promise<string> {
    model.hidden = false;
    await scene.stage.show({ settle: false });
    return 'The mini-program comes back to the foreground';
  }
}

class Network extends Act {
  constructor(
    private readonly online: boolean,
    pace: Pace,
  ) {
    super(pace);
  }

  check(model: Readonly<Model>): boolean {
    return model.online !== this.online;
  }

  protected act(model: Model, scene: Scene): string {
    model.online = this.online;
    scene.phone.setOnline(this.online);
    return this.online ? 'The network is connected again' : 'The network is disconnected';
  }
}

class Storage extends Act {
  constructor(
    private readonly full: boolean,
    pace: Pace,
  ) {
    super(pace);
  }

  check(model: Readonly<Model>): boolean {
    return model.storageFull !== this.full;
  }

  protected act(model: Model, scene: Scene): string {
    model.storageFull = this.full;
    scene.conditions.storageFull = this.full;
    return this.full ? "The phone's storage is full" : "The phone's storage has room again";
  }
}

class ClearsStorage extends Act {
  check(): boolean {
    return true;
  }

  protected act(_model: Model, scene: Scene): string {
    scene.phone.wx.clearStorageSync();
    return "The phone's storage is cleared";
  }
}

class SetsClock extends ImmediateAct {
  constructor(private readonly hours: number) {
    super();
  }

  check(): boolean {
    return true;
  }

  protected act(_model: Model, scene: Scene): string {
    scene.skewClock(this.hours * 3_600_000);
    return `The phone's clock jumps by ${this.hours} hours`;
  }
}

const SPANS = {
  '2 seconds': 2000,
  '11 seconds': 11_000,
  '6 minutes': 360_000,
  '2 hours': 7_200_000,
  '25 hours': 90_000_000,
  '4 days': 345_600_000,
} as const;

class Time extends Act {
  constructor(private readonly span: keyof typeof SPANS) {
    super();
  }

  check(): boolean {
    return true;
  }

  protected async act(_model: Model, scene: Scene): Promise<string> {
    await scene.clock.advance(SPANS[this.span]);
    return `${this.span} pass`;
  }
}

/** The phone's events. Launches are frequent, because a history begins without a running process. */
export const phoneActs = [
  often(6, paced(Launch)),
  often(1, plain(Kill)),
  often(3, paced(Relaunch)),
  often(1, plain(Uninstall)),
  often(1, plain(LendsPhone)),
  often(1, paced(Hide)),
  often(4, paced(Show)),
  often(
    1,
    pace.map((p) => new Network(false, p)),
  ),
  often(
    3,
    pace.map((p) => new Network(true, p)),
  ),
  often(
    1,
    pace.map((p) => new Storage(true, p)),
  ),
  often(
    1,
    pace.map((p) => new Storage(false, p)),
  ),
  often(1, paced(ClearsStorage)),
  often(
    1,
    fc.constantFrom(-24, -1, 1, 24).map((hours) => new SetsClock(hours)),
  ),
  often(
    1,
    fc.constantFrom(...(Object.keys(SPANS) as (keyof typeof SPANS)[])).map((span) => new Time(span)),
  ),
].flat();
