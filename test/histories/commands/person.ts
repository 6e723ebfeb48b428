/** What a person does with the page and with what the phone asks them. */
import fc from 'fast-check';
import type { ScreenItem } from '../../../simulator';
import type { ElementHandle } from '../../../simulator/headless';
import { WECHAT_AVATAR } from '../../../simulator/wechat-avatar';
import type { Model } from '../model';
import { type Scene, USER_PAGE } from '../scene';
import { Act, often, type Pace, pace } from './act';

const NAMES = ['鹿', '林深时见鹿', ' 山鬼 ', '阿宁', '一苇', '😀'.repeat(20)];
/** What no profile can be called: empty, nobody's, turned away by WeChat, too long. */
const NO_NAMES = ['', '   ', '微信用户', '骗子', '长'.repeat(40)];

const TITLES = ['', '路过', '在路上 '];

const nameOf = (element: ElementHandle): string =>
  element.text().split('\n')[0] || String(element.attribute('aria-label') ?? element.tag);

/** What the form says right now. */
function formOf(scene: Scene): { nickName: string; title?: string } {
  const fields = Object.fromEntries(
    scene.stage.page.findAll('input').map((input) => [input.attribute('name'), String(input.value)]),
  );
  return { nickName: fields.nickName ?? '', ...(fields.title === undefined ? {} : { title: fields.title }) };
}

/** The person taps something on the page. */
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
    if (element === undefined) return 'The person finds nothing to tap';
    const name = nameOf(element);
    if (element.attribute('form-type') === 'submit') {
      const { nickName, title } = formOf(scene);
      model.gives(nickName, title);
    } else if (scene.wechatGives) model.gives(scene.wechatName);
    scene.watch.stretch.touched = true;
    await element.tap({ settle: false });
    return `The person taps 「${name}」`;
  }
}

/** The person types into a field, and leaves it. */
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
    if (input === undefined) return 'The person finds nowhere to type';
    const name = String(input.attribute('name'));
    scene.watch.stretch.touched = true;
    await input.input(this.text, { settle: false });
    return `The person types ${JSON.stringify(this.text)} into ${name}`;
  }
}

/** The person fills in the form as a whole (opening it, if it is an edit), and saves it. */
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
    await edit?.tap();
    for (const input of scene.inputs()) {
      await input.input(values[String(input.attribute('name'))] ?? '', { settle: false });
    }
    const said = `The person fills in ${JSON.stringify(values)}`;
    const submit = scene.touchables().find((one) => one.attribute('form-type') === 'submit');
    if (submit === undefined) return said;
    const { nickName, title } = formOf(scene);
    model.gives(nickName, title);
    await submit.tap({ settle: false });
    return `${said} and taps 「${nameOf(submit)}」`;
  }
}

/** Ways to answer each kind of thing; a number picks one. Says what was done. */
const ANSWERS: { [K in ScreenItem['kind']]?: (item: Extract<ScreenItem, { kind: K }>) => Answers } = {
  authorize: (item) => ({ allow: item.allow, deny: item.deny, dismiss: item.dismiss }),
  modal: (item) => ({ confirm: item.confirm, cancel: item.cancel }),
  'action-sheet': (item) => ({ 'choose the first': () => item.choose(0), cancel: item.cancel }),
  privacy: (item) => ({ agree: item.agree, disagree: item.disagree }),
  contract: (item) => ({ back: item.back }),
  settings: (item) => {
    const all = (granted: boolean) => () => {
      for (const { scope } of item.scopes) item.set(scope, granted);
      item.back();
    };
    return {
      'switch everything on and go back': all(true),
      'just go back': item.back,
      'switch everything off and go back': all(false),
    };
  },
  avatar: (item) => ({
    'use the WeChat avatar': item.useWechat,
    'use a picture': () => item.usePicture({ bytes: WECHAT_AVATAR.bytes.slice(), type: 'image/png' }),
    cancel: item.cancel,
    'use a huge picture': () => item.usePicture({ bytes: new Uint8Array(1.5 * 2 ** 20), type: 'image/png' }),
    'use a picture that WeChat rejects': () =>
      item.usePicture({ bytes: WECHAT_AVATAR.bytes, type: 'image/png', rejected: true }),
    'use something that is no picture': () =>
      item.usePicture({ bytes: new Uint8Array([1, 2, 3]), type: 'image/png' }),
  }),
};
type Answers = Readonly<Record<string, () => void>>;

/** The person answers what is on top of the page. */
class Answer extends Act {
  constructor(
    private readonly how: number,
    pace: Pace,
  ) {
    super(pace);
  }

  check(model: Readonly<Model>): boolean {
    return model.running && !model.hidden && model.asks !== null;
  }

  protected act(model: Model, scene: Scene): string {
    const item = scene.phone.screen.items.findLast(({ kind }) => kind in ANSWERS);
    if (item === undefined) return 'The person has nothing to answer';
    const answers = Object.entries((ANSWERS[item.kind] as (item: ScreenItem) => Answers)(item));
    const [name, answer] = answers[this.how % answers.length] ?? ['nothing', () => {}];
    if (scene.wechatGives) model.gives(scene.wechatName);
    scene.watch.stretch.touched = true;
    answer();
    return `${item.kind}: ${name}`;
  }
}

/** The back button, where there is a page to go back to. */
class Back extends Act {
  check(model: Readonly<Model>): boolean {
    return model.canTouch && model.depth > 1;
  }

  protected async act(_model: Model, scene: Scene): Promise<string> {
    await scene.stage.back({ settle: false });
    return 'The person goes back';
  }
}

/** A second user page: what it shows must be what the first one shows. */
class OpenAgain extends Act {
  check(model: Readonly<Model>): boolean {
    return model.canTouch && model.depth > 0 && model.depth < 5;
  }

  protected async act(_model: Model, scene: Scene): Promise<string> {
    await scene.open();
    return 'The user page opens once more, on top';
  }
}

/** All pages close, and the user page opens anew in the same process. */
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

/**
 * A person at the page. The number says how often it comes in relation to everything else that may happen; what is
 * seldom possible is tried often.
 */
export const personActs = [
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
  often(
    2,
    pace.map((p) => new Back(p)),
  ),
  often(
    1,
    pace.map((p) => new OpenAgain(p)),
  ),
  often(
    1,
    pace.map((p) => new Reopen(p)),
  ),
].flat();
