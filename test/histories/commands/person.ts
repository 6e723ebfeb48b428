/** The user's acts on the page. */
import fc from 'fast-check';
import type { ElementHandle } from '../../../simulator/headless';
import { turn } from '../../../simulator/phone/turns';
import type { Model } from '../model';
import { type Scene, USER_PAGE } from '../scene';
import { Act, often, type Pace, pace, paced } from './act';
import { Answer } from './answer';

const NAMES = ['鹿', '林深时见鹿', ' 山鬼 ', '阿宁', '一苇', '😀'.repeat(20)];
/** Invalid names: empty, 微信用户, refused by WeChat, too long. */
const NO_NAMES = ['', '   ', '微信用户', '骗子', '长'.repeat(40)];

const TITLES = ['', '路过', '在路上 '];

const nameOf = (element: ElementHandle): string =>
  element.text().split('\n')[0] || String(element.attribute('aria-label') ?? element.tag);

/** The current content of the form. */
function formOf(scene: Scene): { nickName: string; title?: string } {
  const fields = Object.fromEntries(
    scene.stage.page.findAll('input').map((input) => [input.attribute('name'), String(input.value)]),
  );
  return { nickName: fields.nickName ?? '', ...(fields.title === undefined ? {} : { title: fields.title }) };
}

const turns = async (count: number) => {
  for (let left = count; left > 0; left -= 1) await turn();
};

const isKnown = ({ stage }: Scene): boolean => stage.page.data.isLogin === 1;

/** The profile at the start of an edit. */
function baseOf({ stage }: Scene): { nickName: string; title: string } {
  const { nickName, title } = stage.page.data;
  return { nickName: String(nickName), title: String(title) };
}

/** The user taps an element of the page. */
class Tap extends Act {
  constructor(
    private readonly which: number,
    pace: Pace,
  ) {
    super(pace);
  }

  check(model: Readonly<Model>): boolean {
    return model.canTouch && model.touchable > 0;
  }

  protected async act(model: Model, scene: Scene): Promise<string> {
    const touchables = scene.touchables();
    const element = touchables[this.which % touchables.length];
    if (element === undefined) return 'The user finds nothing to tap';
    const name = nameOf(element);
    if (element.attribute('form-type') === 'submit') {
      model.givesForm(formOf(scene), isKnown(scene));
    } else if (scene.wechatGives) model.gives(scene.wechatName);
    if (name === '编辑') model.base = baseOf(scene);
    scene.watch.stretch.touched = true;
    await element.tap({ settle: false });
    return `The user taps 「${name}」`;
  }
}

/** The user types into a field, and leaves it. */
class Type extends Act {
  constructor(
    private readonly which: number,
    private readonly text: string,
    pace: Pace,
  ) {
    super(pace);
  }

  check(model: Readonly<Model>): boolean {
    return model.canTouch && model.inputs > 0;
  }

  protected async act(_model: Model, scene: Scene): Promise<string> {
    const inputs = scene.inputs();
    const input = inputs[this.which % inputs.length];
    if (input === undefined) return 'The user finds no field to type into';
    const name = String(input.attribute('name'));
    scene.watch.stretch.touched = true;
    await input.input(this.text, { settle: false });
    return `The user types ${JSON.stringify(this.text)} into ${name}`;
  }
}

/** The user fills in the whole form and saves it. An edit opens the form first. */
class FillIn extends Act {
  constructor(
    private readonly nickName: string,
    private readonly title: string,
    pace: Pace,
  ) {
    super(pace);
  }

  check(model: Readonly<Model>): boolean {
    return model.canTouch && (model.inputs > 0 || model.editable);
  }

  protected async act(model: Model, scene: Scene): Promise<string> {
    const values: Readonly<Record<string, string>> = { nickName: this.nickName, title: this.title };
    scene.watch.stretch.touched = true;
    const edit = scene.inputs().length === 0 ? scene.editButton() : undefined;
    if (edit !== undefined) model.base = baseOf(scene);
    await edit?.tap();
    for (const input of scene.inputs()) {
      await input.input(values[String(input.attribute('name'))] ?? '', { settle: false });
    }
    const text = `The user fills in ${JSON.stringify(values)}`;
    const submit = scene.touchables().find((one) => one.attribute('form-type') === 'submit');
    if (submit === undefined) return text;
    model.givesForm(formOf(scene), isKnown(scene));
    await submit.tap({ settle: false });
    return `${text} and taps 「${nameOf(submit)}」`;
  }
}

/** The user taps 一键绑定, and answers the sheet. */
class BindsNumber extends Act {
  constructor(
    private readonly how: number,
    pace: Pace,
  ) {
    super(pace);
  }

  check(model: Readonly<Model>): boolean {
    return model.canTouch && model.touchable > 0;
  }

  protected async act(_model: Model, scene: Scene): Promise<string> {
    const button = scene.touchables().find((one) => one.attribute('open-type') === 'getPhoneNumber');
    if (button === undefined) return 'The user finds no button to bind a number';
    scene.watch.stretch.touched = true;
    await button.tap({ settle: false });
    await turns(10);
    const sheet = scene.phone.screen.find('phone-number');
    if (sheet === undefined) return 'The user taps 「一键绑定」';
    const yes = this.how % 3 !== 0;
    if (yes) sheet.allow();
    else sheet.deny();
    return `The user taps 「一键绑定」 and ${yes ? 'gives a number' : 'refuses'}`;
  }
}

/** An action that needs a profile, e.g. a purchase or a comment. */
class Requires extends Act {
  check(model: Readonly<Model>): boolean {
    return model.canTouch && model.depth > 0;
  }

  protected act(model: Model, scene: Scene): string {
    if (scene.wechatGives) model.gives(scene.wechatName);
    scene.watch.stretch.touched = true;
    scene.requireUser();
    return 'The user starts an action that needs a known user';
  }
}

class LogsOut extends Act {
  check(model: Readonly<Model>): boolean {
    return model.canTouch && model.depth > 0;
  }

  protected act(model: Model, scene: Scene): string {
    model.known = false;
    scene.watch.numberForgotten();
    scene.logout();
    return 'The user logs out';
  }
}

/** The back button, if there is a page to return to. */
class Back extends Act {
  check(model: Readonly<Model>): boolean {
    return model.canTouch && model.depth > 1;
  }

  protected async act(_model: Model, scene: Scene): Promise<string> {
    await scene.stage.back({ settle: false });
    return 'The user goes back';
  }
}

/** Opens a second user page. It must show the same as the first one. */
class OpenAgain extends Act {
  check(model: Readonly<Model>): boolean {
    return model.canTouch && model.depth > 0 && model.depth < 5;
  }

  protected async act(_model: Model, scene: Scene): Promise<string> {
    await scene.open();
    return 'The user page opens once more, on top';
  }
}

/** Closes all pages and opens the user page again in the same process. */
class Reopen extends Act {
  check(model: Readonly<Model>): boolean {
    return model.canTouch && model.depth > 0;
  }

  protected act(_model: Model, scene: Scene): string {
    scene.phone.wx.reLaunch({ url: `/${USER_PAGE}` });
    return 'All pages close, and the user page opens anew';
  }
}

const which = fc.nat(11);
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.constantFrom(...NO_NAMES) },
);

/** The user's acts. The number is the relative frequency. An act that is seldom possible has a high number. */
export const personActs = [
  often(
    5,
    fc.tuple(which, pace).map(([n, p]) => new BindsNumber(n, p)),
  ),
  often(2, paced(Requires)),
  often(1, paced(LogsOut)),
  often(
    10,
    fc.tuple(which, pace).map(([n, p]) => new Tap(n, p)),
  ),
  often(
    8,
    fc.tuple(which, pace).map(([n, p]) => new Answer(n, p)),
  ),
  often(
    20,
    fc.tuple(name, fc.constantFrom(...TITLES), pace).map(([n, t, p]) => new FillIn(n, t, p)),
  ),
  often(
    2,
    fc.tuple(fc.nat(3), name, pace).map(([n, text, p]) => new Type(n, text, p)),
  ),
  often(2, paced(Back)),
  often(1, paced(OpenAgain)),
  often(1, paced(Reopen)),
].flat();
